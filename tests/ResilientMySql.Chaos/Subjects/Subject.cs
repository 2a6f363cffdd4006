using System.Data.Common;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>How a worker gets its connections, and what it believes when one of them fails.</summary>
internal abstract class Subject
{
    public abstract SubjectName Name { get; }

    /// <summary>Whether what it tells of its failures is held against it: others promise nothing, and are only counted.</summary>
    public virtual bool MakesPromises => true;

    public static Subject Named(SubjectName name) => name switch
    {
        SubjectName.Resilient => new ResilientSubject(),
        SubjectName.MySqlConnector => new MySqlConnectorSubject(),
        SubjectName.NaiveRetry => new NaiveRetrySubject(),
        SubjectName.NoProbe => new NoProbeSubject(),
        SubjectName.ReplaysWrites => new ReplaysWritesSubject(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Whether there are workers with generated statements, which run on this library's connections and on no other's.</summary>
    public virtual bool RunsGenerated => false;

    /// <summary>Where all workers of a run get their connections from.</summary>
    /// <param name="connectionString">Leads to the server, through the proxy.</param>
    /// <param name="noteRecovery">Told how long each replacement of a session took, by the subjects that know.</param>
    public abstract DbDataSource CreateDataSource(string connectionString, Action<TimeSpan> noteRecovery);

    /// <summary>What an exception of a statement says of it.</summary>
    public abstract Reading Read(Exception exception);

    /// <summary>Whether the user's own wrapper does the whole unit of work again, on a new connection.</summary>
    /// <param name="exception">What it failed with.</param>
    /// <param name="attempt">How often it was tried, from 1.</param>
    public virtual bool TriesAgain(Exception exception, int attempt) => false;
}
