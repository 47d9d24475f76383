package io.github.trdcare.resistance;

import java.util.Set;

/**
 * The stage of Thase and Rush: I one failed class, II a second, III a tricyclic beside two others, IV an MAO inhibitor
 * too, V bilateral ECT too (medicalalgorithms.com/treatment-resistant-depression-strategies).
 */
final class ThaseRush {

    private ThaseRush() {}

    /** From the major classes that surely failed. */
    static String stage(Set<String> failedClasses, boolean bilateralEctFailed) {
        long others = failedClasses.stream()
                .filter(each -> !each.equals("tca") && !each.equals("maoi"))
                .count();
        boolean tricyclic = failedClasses.contains("tca");
        boolean maoi = failedClasses.contains("maoi");
        if (tricyclic && maoi && others >= 2) {
            return bilateralEctFailed ? "V" : "IV";
        }
        if (tricyclic && others + (maoi ? 1 : 0) >= 2) {
            return "III";
        }
        return switch (failedClasses.size()) {
            case 0 -> "0";
            case 1 -> "I";
            default -> "II";
        };
    }
}
