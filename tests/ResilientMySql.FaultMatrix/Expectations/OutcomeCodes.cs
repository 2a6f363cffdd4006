using System.Globalization;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>The words of the table.</summary>
internal static class OutcomeCodes
{
    /// <summary>The fault does not meet the operation.</summary>
    public const string None = "-";

    /// <summary>It succeeds, and no session was replaced for it.</summary>
    public const string Ok = "ok";

    /// <summary>It succeeds on a new session.</summary>
    public const string Recovered = "rec";

    /// <summary>It did not run, and there was no new session in time; to be repeated freely.</summary>
    public const string Gone = "gone";

    /// <summary>It may have run, which does not matter; to be repeated freely.</summary>
    public const string Again = "again";

    /// <summary>It may have run, which matters.</summary>
    public const string Unknown = "unk";

    public const string TransactionLost = "tx";

    public const string CommitUnknown = "cmt";

    public const string ResultSetLost = "set";

    /// <summary>A ping's way to say that there is no session.</summary>
    public const string No = "no";

    /// <summary>Before one of the words above: the driver's command timeout with that inside.</summary>
    public const string Late = "late:";

    /// <summary>The driver's exception with the server's number.</summary>
    public static string Error(int number) => string.Create(CultureInfo.InvariantCulture, $"e{number}");

    public static string Success(int rehydrations) => rehydrations switch
    {
        0 => Ok,
        1 => Recovered,
        _ => string.Create(CultureInfo.InvariantCulture, $"rec×{rehydrations}"),
    };
}
