namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>No database at all: what the rest costs.</summary>
internal sealed class ConstantAnswer(string name) : Contender
{
    public const int Id = 0;

    public override string Name => name;

    public override int Request(int caller, string city) => Id;

    public override ValueTask<int> RequestAsync(int caller, string city) => ValueTask.FromResult(Id);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
