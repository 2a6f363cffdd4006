using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The sessions end, and their user has another password now.</summary>
internal sealed class PasswordChanged : IdleFault
{
    public override string Name => "password changed, KILL";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.Refused(1045));

    protected override async Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await SetAsync(lane, "another one");
        await lane.KillSessionsAsync();
    }

    public override Task HealAsync(Lane lane) => SetAsync(lane, lane.Password);

    private static Task<int> SetAsync(Lane lane, string password) =>
        lane.Server.ExecuteAsync($"ALTER USER '{Lane.User}'@'%' IDENTIFIED BY '{password}'");
}
