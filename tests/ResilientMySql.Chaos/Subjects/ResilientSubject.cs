using System.Data.Common;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>This library.</summary>
internal sealed class ResilientSubject : Subject
{
    public override SubjectName Name => SubjectName.Resilient;

    public override bool RunsGenerated => true;

    public override DbDataSource CreateDataSource(string connectionString, Action<TimeSpan> noteRecovery)
    {
        var source = new ResilientMySqlDataSource(connectionString);
        source.Rehydrated += (_, rehydrated) => noteRecovery(rehydrated.Elapsed);
        return source;
    }

    public override Reading Read(Exception exception) => LossReading.Of(exception);
}
