using System.Net.Sockets;
using MySqlConnector;

namespace ResilientMySql.Chaos.Subjects;

/// <summary>The driver inside the usual retry wrapper: a unit of work whose connection fails is done again, three times at most.</summary>
internal sealed class NaiveRetrySubject : MySqlConnectorSubject
{
    private const int LastRetry = 3;

    public override SubjectName Name => SubjectName.NaiveRetry;

    public override bool TriesAgain(Exception exception, int attempt) => attempt <= LastRetry && exception is
        MySqlException { Number: 0 or (int)MySqlErrorCode.UnableToConnectToHost or (int)MySqlErrorCode.ConnectionCountError
            or (int)MySqlErrorCode.ServerShutdown or (int)MySqlErrorCode.ClientInteractionTimeout }
        or IOException or SocketException or InvalidOperationException;
}
