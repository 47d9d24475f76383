package io.github.trdcare.storage;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.repository.Repository;

/**
 * Makes a repository when it is first called. HAPI has sixty with hundreds of queries; parsing them all would be a sixth of
 * the start, and a request needs few.
 */
public class LazyRepositoryFactory<T extends Repository<S, ID>, S, ID extends Serializable>
        extends JpaRepositoryFactoryBean<T, S, ID> {

    /** For one repository interface. */
    public LazyRepositoryFactory(Class<? extends T> repository) {
        super(repository);
    }

    @Override
    public void afterPropertiesSet() {
        setLazyInit(true);
        super.afterPropertiesSet();
    }

    @Override
    public T getObject() {
        Class<? extends T> type = getObjectType();
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call(method, arguments));
        return type.cast(proxy);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(super.getObject(), arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
