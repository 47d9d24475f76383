package io.github.trdcare.storage;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.stereotype.Component;

/** Does at the start only what the start needs. */
@Component
class QuickStart implements BeanFactoryPostProcessor, Ordered {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (JpaRepositoryFactoryBean.class.getName().equals(definition.getBeanClassName())) {
                definition.setBeanClassName(LazyRepositoryFactory.class.getName());
            }
        }
        beans.clearMetadataCache();
        // The servlet container asks for most beans before Spring would begin to remember which bean has which type.
        beans.freezeConfiguration();
    }

    /** After all others: from here on no bean is added. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
