using System.Runtime.InteropServices;
using CityApi.Demo;

if (args is not ([] or ["--once"]))
{
    await Console.Error.WriteLineAsync("usage: CityApi.Demo [--once]");
    return 2;
}

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

try
{
    await using var stage = await Stage.SetAsync(ending.Token);
    await Show.RunAsync(stage, ending.Token);
    if (args is [])
        await stage.StayOpenAsync(ending.Token);
    return 0;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    Narrator.Say("Ended; the server, its data and CityApi are gone.");
    return 130;
}
catch (DemoFailedException failure)
{
    Narrator.Complain(failure.Message);
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true; // we end by ourselves, and take along what we started
    ending.Cancel();
}
