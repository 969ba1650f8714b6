package dev.weir.local.emulators;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A library in a class loader of its own, over the JDK alone, because embedded services bring versions of the same
/// libraries that contradict each other. Its objects are called by name.
///
/// It is never closed: threads of a service that was stopped load classes on their way out.
public final class Isolated {
    private final Loader loader;

    /// Opens a library; nothing of it runs yet.
    ///
    /// @param lib folder of jars
    public Isolated(Path lib) {
        this.loader = new Loader(jars(lib));
    }

    /// Runs with this library's class loader as the thread's, which libraries use to find their parts.
    public <T> T inside(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// Makes an object by the public constructor that takes these arguments.
    public Object make(String type, @Nullable Object... arguments) throws Exception {
        for (Constructor<?> constructor : type(type).getConstructors()) {
            if (accepts(constructor.getParameterTypes(), arguments)) {
                return unwrapped(() -> constructor.newInstance(arguments));
            }
        }
        throw new NoSuchMethodException(type);
    }

    /// Calls a public method of a public class that takes these arguments.
    public @Nullable Object call(Object target, String name, @Nullable Object... arguments) throws Exception {
        return call(target.getClass(), target, name, arguments);
    }

    public @Nullable Object callStatic(String type, String name, @Nullable Object... arguments) throws Exception {
        return call(type(type), null, name, arguments);
    }

    private static @Nullable Object call(
            Class<?> type, @Nullable Object target, String name, @Nullable Object[] arguments) throws Exception {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                return unwrapped(() -> method.invoke(target, arguments));
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    private static <T extends @Nullable Object> T unwrapped(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (InvocationTargetException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    private static boolean accepts(Class<?>[] types, @Nullable Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!accepts(types[i], arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Class<?> type, @Nullable Object argument) {
        return argument == null
                ? !type.isPrimitive()
                : MethodType.methodType(type).wrap().returnType().isInstance(argument);
    }

    private static URL[] jars(Path lib) {
        try (Stream<Path> files = Files.list(lib)) {
            URL[] jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Isolated::url)
                    .toArray(URL[]::new);
            if (jars.length == 0) {
                throw new CannotStart("no libraries in " + lib.toAbsolutePath());
            }
            return jars;
        } catch (IOException failure) {
            throw new CannotStart("no libraries in " + lib.toAbsolutePath(), failure);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new CannotStart("no libraries in " + file.getParent(), failure);
        }
    }

    private static final class Loader extends URLClassLoader {
        private static final String LOGGING = "simplelogger.properties";

        Loader(URL[] jars) {
            super(jars, ClassLoader.getPlatformClassLoader());
        }

        /// What the library logs is ours to say: errors only.
        @Override
        public @Nullable URL getResource(String name) {
            return name.equals(LOGGING) ? Isolated.class.getResource(LOGGING) : super.getResource(name);
        }
    }
}
