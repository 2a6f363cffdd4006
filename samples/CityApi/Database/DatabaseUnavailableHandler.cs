using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using MySqlConnector;
using ResilientMySql;

namespace CityApi.Database;

/// <summary>
/// Turns a database that stayed away longer than a call may wait into 503. The caller is told to come back, and nothing about
/// the server, its users or our code. Other failures are our own and stay 500.
/// </summary>
internal sealed partial class DatabaseUnavailableHandler(
    IProblemDetailsService problems, ILogger<DatabaseUnavailableHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsUnavailable(exception))
            return false;

        LogUnavailable(logger, exception.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "The database is unavailable",
                Detail = "The request was not answered. Please try again shortly.",
            },
        });
        return true;
    }

    private static bool IsUnavailable(Exception exception) => exception switch
    {
        ResilientMySqlException => true,
        MySqlException { ErrorCode: MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.ServerShutdown } => true,
        DbException { IsTransient: true } => true, // cannot be reached, too many connections
        _ => false,
    };

    [LoggerMessage(1, LogLevel.Warning, "A request failed because the database is unavailable: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);
}
