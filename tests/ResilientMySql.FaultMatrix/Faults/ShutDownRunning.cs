using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server is shut down (SIGTERM) with what runs on it, and started again.</summary>
internal sealed class ShutDownRunning(ServerEngine shutDown) : RunningFault
{
    public override string Name => $"SIGTERM, running, {shutDown}, back at once";

    public override Meaning Meaning => Meaning.AnswerLost(Comeback.InTime);

    /// <summary>MySQL ends what waits for a lock with an answer before it hangs up, MariaDB without one.</summary>
    public override Meaning MeaningTo(Operation operation) =>
        shutDown is ServerEngine.MySql && HaltOf(operation) is Halt.AtLockedTable ? Meaning.Answered(1317) : Meaning;

    // The server may end the lock's holder first, and what waited for it runs.
    public override Delivery Delivery => Delivery.Perhaps;

    /// <summary>A statement that runs after all would leave its transaction to the next one: it is held elsewhere.</summary>
    public override Halt HaltOf(Operation operation) => operation is StatementInTransaction or GeneratedInTransaction ? Halt.OnItsWay : operation.Halt;

    public override bool Reaches(ServerEngine engine, Transport transport) => engine == shutDown;

    protected override Task StrikeAsync(Lane lane) => lane.Server.StopAsync();

    protected override Task PassAsync(Lane lane) => Restart.AtOnce.ReturnAsync(lane);

    public override Task HealAsync(Lane lane) => Restarts.HealAsync(lane);
}
