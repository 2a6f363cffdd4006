using ResilientMySql.Benchmarks;
using ResilientMySql.Microbenchmarks;
using ResilientMySql.Microbenchmarks.Running;

if (!MicroCommandLine.TryParse(args, out MicroOptions? options, out string? complaint))
{
    await Console.Error.WriteLineAsync($"bench: {complaint}");
    return 2;
}

try
{
    return await BenchmarkProgram.RunAsync(
        "micro", ["micro", .. args], options.Run, cancellation => MicroRun.RunAsync(options, Console.Out, cancellation));
}
catch (MicroRunException exception)
{
    await Console.Error.WriteLineAsync($"bench: {exception.Message}");
    return 1;
}
