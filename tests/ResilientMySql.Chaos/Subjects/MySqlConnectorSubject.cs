using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>The driver and its pool, with the belief that its documentation leaves one with: what throws has failed.</summary>
internal class MySqlConnectorSubject : Subject
{
    public override SubjectName Name => SubjectName.MySqlConnector;

    public override bool MakesPromises => false;

    public override DbDataSource CreateDataSource(string connectionString, Action<TimeSpan> noteRecovery) =>
        new MySqlDataSource(connectionString);

    public override Reading Read(Exception exception) => exception is MySqlException { Number: > 0 } ? Reading.Answered : Reading.DidNotRun;
}
