using System.Data;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Failures;

public sealed class FailureClassifierTests
{
    private static readonly Func<Exception>[] LinkDeaths =
    [
        static () => DriverException(MySqlErrorCode.None),
        static () => new SocketException((int)SocketError.ConnectionReset),
        static () => new EndOfStreamException(),
        static () => new IOException(),
        static () => new ObjectDisposedException("socket"),
    ];

    /// <summary>Every code of the driver and every state of the connection after it.</summary>
    [Fact]
    public void ErrorPacket_IsAnAnswerExceptWhereItMaySayThatTheSessionWasEnded()
    {
        foreach (MySqlErrorCode code in Enum.GetValues<MySqlErrorCode>().Where(static code => code > 0).Append((MySqlErrorCode)1927))
        {
            foreach (ConnectionState state in Enum.GetValues<ConnectionState>())
            {
                Failure failure = FailureClassifier.Classify(DriverException(code), state, ServerDialects.MySql9);

                Evidence expected = (int)code switch
                {
                    1053 or 1927 or 4031 => Evidence.Unknown,
                    _ => Evidence.Answered,
                };
                Assert.Equal(expected, failure.Evidence);
                if (state is not ConnectionState.Open || ServerErrors.MeaningOf(code).HasFlag(ServerErrorMeaning.EndsSession))
                    Assert.True(failure.EndsSession, $"{code} in state {state}");
            }
        }
    }

    [Theory]
    [InlineData(ServerDialects.MySql9, Evidence.Unknown)]
    [InlineData(ServerDialects.Any, Evidence.Unknown)]
    [InlineData(ServerDialects.MariaDb1011, Evidence.Answered)]
    [InlineData(ServerDialects.MariaDb118, Evidence.Answered)]
    public void Number4031_MeansSomethingElseOnMariaDb(object dialect, object evidence)
    {
        Failure failure = FailureClassifier.Classify(
            DriverException(MySqlErrorCode.ClientInteractionTimeout), ConnectionState.Broken, (ServerDialects)dialect);

        Assert.Equal(((Evidence)evidence, true), (failure.Evidence, failure.EndsSession));
    }

    [Fact]
    public void DeadLink_IsNeverProofOfAnything()
    {
        foreach (Func<Exception> death in LinkDeaths)
        {
            foreach (ConnectionState state in Enum.GetValues<ConnectionState>().Where(static state => state is not ConnectionState.Open))
            {
                Failure failure = FailureClassifier.Classify(death(), state, ServerDialects.Any);

                Assert.Equal((Evidence.Unknown, true), (failure.Evidence, failure.EndsSession));
            }
        }
    }

    [Theory]
    [InlineData(ConnectionState.Open, Evidence.Answered, false)]
    [InlineData(ConnectionState.Broken, Evidence.Unknown, true)]
    public void Timeout_IsAnAnswerOnlyWhereTheServerStoppedTheStatement(ConnectionState state, object evidence, bool endsSession)
    {
        Failure failure = FailureClassifier.Classify(DriverException(MySqlErrorCode.CommandTimeoutExpired), state, ServerDialects.Any);

        Assert.Equal(((Evidence)evidence, endsSession), (failure.Evidence, failure.EndsSession));
        Assert.Equal(endsSession ? WatchEnd.Expired : WatchEnd.InTime, failure.End);
    }

    [Fact]
    public void CallersOwnMistake_LeavesTheSessionAlone()
    {
        Failure failure = FailureClassifier.Classify(new InvalidCastException(), ConnectionState.Open, ServerDialects.Any);

        Assert.Equal((Evidence.Answered, false), (failure.Evidence, failure.EndsSession));
    }

    private static MySqlException DriverException(MySqlErrorCode code) => Create(code, code.ToString());

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlException Create(MySqlErrorCode errorCode, string message);
}
