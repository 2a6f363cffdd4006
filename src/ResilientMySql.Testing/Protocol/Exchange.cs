using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Protocol;

/// <summary>One request and what is known of its answer.</summary>
internal sealed class Exchange(ProxiedRequest request, AnswerReader answer)
{
    public ProxiedRequest Request => request;

    public AnswerReader Answer => answer;

    /// <summary>The fault that is to strike it; set before the request is passed on.</summary>
    public Claim? Claim { get; set; }

    /// <summary>Whether the client was quiet before it, and waits now.</summary>
    public bool StartsRoundTrip { get; init; }

    /// <summary>On a connection whose packets cannot be seen: the exchange that this one shows to be over.</summary>
    public Exchange? Previous { get; init; }

    /// <summary>Whether the server has answered: completely, or at all where packets cannot be seen.</summary>
    public bool IsAnswered { get; set; }

    public long AnswerByteCount { get; set; }

    public long RowCount { get; set; }
}
