/// What BenchmarkDotNet exports as JSON.
@NullMarked
package hone.bench.dotnet;

import org.jspecify.annotations.NullMarked;
