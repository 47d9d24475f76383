package io.github.trdcare.storage;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Begins each writing transaction with the locks that its request asked for, before anything is searched. */
class LockingTransactions extends JpaTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient MatchLocks locks;

    LockingTransactions(EntityManagerFactory entityManagerFactory, MatchLocks locks) {
        super(entityManagerFactory);
        this.locks = locks;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (definition.isReadOnly()) {
            return;
        }
        try {
            locks.take(transaction);
        } catch (DataAccessException notInTime) {
            // Begun already, and nobody else would end it.
            doRollback(new DefaultTransactionStatus(
                    definition.getName(), transaction, true, false, false, false, false, null));
            doCleanupAfterCompletion(transaction);
            throw notInTime;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        locks.ended(transaction);
    }
}
