using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>Starts servers again.</summary>
internal static class Restarts
{
    public static string Name(this Restart restart) => restart switch
    {
        Restart.AtOnce => "back at once",
        Restart.After3Seconds => "back after 3 s",
        _ => "never back",
    };

    public static Comeback Comeback(this Restart restart) =>
        restart is Restart.Never ? Expectations.Comeback.Never : Expectations.Comeback.InTime;

    public static Timeouts TimeoutsOf(this Restart restart) =>
        restart is Restart.Never ? Faults.Timeouts.ShortRecovery : Faults.Timeouts.Patient;

    /// <summary>What comes after the server's end, while calls wait for it.</summary>
    public static async Task ReturnAsync(this Restart restart, Lane lane)
    {
        if (restart is Restart.Never)
            return;

        // How long a server is away is the subject here.
        if (restart is Restart.After3Seconds)
            await Task.Delay(TimeSpan.FromSeconds(3));
        await lane.Server.StartAgainAsync();
    }

    public static Task HealAsync(Lane lane) => lane.Server.IsRunning ? Task.CompletedTask : lane.Server.StartAgainAsync();
}
