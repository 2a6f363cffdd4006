using System.Globalization;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The statement is longer than the server's max_allowed_packet: it answers and hangs up.</summary>
internal sealed class PacketTooLarge : IdleFault
{
    private const int Limit = 16 * 1024;

    private long _usual;

    public override string Name => "max_allowed_packet";

    public override Meaning Meaning => Meaning.Answered(1153);

    public override string Note { get; } = new('n', 2 * Limit);

    public override async Task PrepareAsync(Lane lane)
    {
        _usual = await lane.Server.QueryAsync<long>("SELECT @@GLOBAL.max_allowed_packet");
        await SetAsync(lane, Limit);
    }

    public override Task HealAsync(Lane lane) => SetAsync(lane, _usual);

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells) => Task.CompletedTask;

    private static Task<int> SetAsync(Lane lane, long byteCount) =>
        lane.Server.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SET GLOBAL max_allowed_packet = {byteCount}"));
}
