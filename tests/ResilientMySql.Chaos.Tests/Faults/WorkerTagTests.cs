using ResilientMySql.Chaos.Faults;

namespace ResilientMySql.Chaos.Tests.Faults;

public sealed class WorkerTagTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void Tag_IsReadBack(int worker) => Assert.Equal(worker, WorkerTag.Read($"SELECT 1 {WorkerTag.Of(worker)}"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("COMMIT")]
    [InlineData("SELECT 1 /* w */")]
    [InlineData("SELECT 1 /* worker 3 */")]
    [InlineData("SELECT 1 /* w3")]
    public void NoTag_IsNobody(string? sql) => Assert.Null(WorkerTag.Read(sql));
}
