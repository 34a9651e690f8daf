package dev.newsmill.app.replay;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The stages of another build, from its jar, beside our own. Its classes come first, and see of ours what the jar does
 * not have; messages and the contract of a stage are shared. Closed, it can load no further classes.
 */
public final class CandidateJar implements AutoCloseable {
    private static final List<String> SHARED = List.of("java.", "dev.newsmill.message.", "dev.newsmill.stage.");

    private final Loader loader;
    private final List<StageProvider<?, ?>> stages;

    private CandidateJar(Loader loader, List<StageProvider<?, ?>> stages) {
        this.loader = loader;
        this.stages = stages;
    }

    /** @throws CommandException if the jar cannot be read, or has no stage */
    public static CandidateJar open(Path jar) {
        if (!Files.isReadable(jar)) {
            throw CommandException.usage("cannot read " + jar, "Give --candidate the jar of a stage, such as clean.");
        }
        Loader loader = new Loader(url(jar));
        List<StageProvider<?, ?>> stages = new ArrayList<>();
        try {
            for (StageProvider<?, ?> provider : ServiceLoader.load(StageProvider.class, loader)) {
                if (provider.getClass().getClassLoader() == loader) stages.add(provider);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw CommandException.failed(
                    jar + " does not load: " + e.getMessage(), "It must be built for this version of the pipeline.", e);
        }
        if (stages.isEmpty()) {
            throw CommandException.usage(jar + " has no stage", "Give --candidate the jar of a stage, such as clean.");
        }
        return new CandidateJar(loader, stages);
    }

    public List<StageProvider<?, ?>> stages() {
        return List.copyOf(stages);
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }

    /** Looks into the jar before it asks its parent. */
    private static final class Loader extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        Loader(URL jar) {
            super(new URL[] {jar}, CandidateJar.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (SHARED.stream().anyMatch(name::startsWith)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) loaded = own(name);
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }

        private @org.jspecify.annotations.Nullable Class<?> own(String name) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                return null;
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> own = findResources(name);
            return own.hasMoreElements() ? own : super.getResources(name);
        }
    }
}
