package io.github.trdcare.storage;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** The database: schema first, then the entity manager on it. */
@Configuration(proxyBeanMethods = false)
class PersistenceConfig {

    @Bean
    Database database(HikariDataSource dataSource) {
        return dataSource.getJdbcUrl().startsWith("jdbc:postgresql:") ? Database.POSTGRESQL : Database.H2;
    }

    @Bean
    @Primary
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            DataSource dataSource,
            Database database,
            ConfigurableListableBeanFactory beans,
            FhirContext context,
            JpaStorageSettings settings) {
        new SchemaMigration(dataSource, database.driver).run();
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, context, settings);
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setDataSource(dataSource);
        factory.getJpaPropertyMap().putAll(hibernate(database));
        return factory;
    }

    private static Map<String, Object> hibernate(Database database) {
        return Map.of(
                AvailableSettings.DIALECT,
                database.dialect.getClass().getName(),
                AvailableSettings.HBM2DDL_AUTO,
                "none",
                AvailableSettings.JDBC_TIME_ZONE,
                "UTC",
                AvailableSettings.PHYSICAL_NAMING_STRATEGY,
                CamelCaseToUnderscoresNamingStrategy.class.getName(),
                AvailableSettings.IMPLICIT_NAMING_STRATEGY,
                SpringImplicitNamingStrategy.class.getName(),
                HibernateOrmMapperSettings.ENABLED,
                "false");
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(
            EntityManagerFactory entityManagerFactory,
            MatchLocks locks,
            @Value("${trd.limits.transaction:60s}") Duration limit) {
        JpaTransactionManager manager = new LockingTransactions(entityManagerFactory, locks);
        manager.setDefaultTimeout(Math.toIntExact(limit.toSeconds()));
        return manager;
    }

    @Bean
    @Primary
    HibernatePropertiesProvider hibernatePropertiesProvider(Database database, DataSource dataSource) {
        return new HibernatePropertiesProvider() {
            @Override
            public Dialect getDialect() {
                return database.dialect;
            }

            @Override
            public DataSource getDataSource() {
                return dataSource;
            }
        };
    }

    /** The databases that the server runs on. */
    enum Database {
        H2(DriverTypeEnum.H2_EMBEDDED, new HapiFhirH2Dialect()),
        POSTGRESQL(DriverTypeEnum.POSTGRES_9_4, new HapiFhirPostgresDialect());

        private final DriverTypeEnum driver;
        private final transient Dialect dialect;

        Database(DriverTypeEnum driver, Dialect dialect) {
            this.driver = driver;
            this.dialect = dialect;
        }
    }
}
