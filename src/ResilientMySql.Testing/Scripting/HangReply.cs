namespace ResilientMySql.Testing.Scripting;

/// <summary>The server is silent on the request for as long as the test likes.</summary>
public sealed record HangReply : Reply
{
    /// <summary>Until when: a task of the test's. Without one it lasts until the server is disposed.</summary>
    public Task? Until { get; init; }

    /// <summary>What follows then.</summary>
    public Reply After { get; init; } = new OkReply();

    internal override IReadOnlyList<string> PreparedColumns => After.PreparedColumns;

    internal override async ValueTask WriteAsync(ReplyWriter writer)
    {
        await (Until ?? Task.Delay(Timeout.Infinite, writer.Stopping)).WaitAsync(writer.Stopping).ConfigureAwait(false);
        await After.WriteAsync(writer).ConfigureAwait(false);
    }
}
