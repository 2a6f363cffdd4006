extern alias replayswrites;

using System.Data.Common;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>The build that runs writes of unknown outcome once more.</summary>
internal sealed class ReplaysWritesSubject : Subject
{
    public override SubjectName Name => SubjectName.ReplaysWrites;

    public override DbDataSource CreateDataSource(string connectionString, Action<TimeSpan> noteRecovery)
    {
        var source = new replayswrites::ResilientMySql.ResilientMySqlDataSource(connectionString);
        source.Rehydrated += (_, rehydrated) => noteRecovery(rehydrated.Elapsed);
        return source;
    }

    public override Reading Read(Exception exception) => LossReading.Of(exception);
}
