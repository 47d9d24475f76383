/** Guards the patient: answers about suicide, contraindications, the gate before a treatment, events under it. */
package io.github.trdcare.safety;
