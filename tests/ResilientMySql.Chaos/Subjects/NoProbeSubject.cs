extern alias noprobe;

using System.Data.Common;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>The build whose probe sees nothing.</summary>
internal sealed class NoProbeSubject : Subject
{
    public override SubjectName Name => SubjectName.NoProbe;

    public override DbDataSource CreateDataSource(string connectionString, Action<TimeSpan> noteRecovery)
    {
        var source = new noprobe::ResilientMySql.ResilientMySqlDataSource(connectionString);
        source.Rehydrated += (_, rehydrated) => noteRecovery(rehydrated.Elapsed);
        return source;
    }

    public override Reading Read(Exception exception) => LossReading.Of(exception);
}
