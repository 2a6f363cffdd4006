using System.Buffers;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Proxying;

/// <summary>Carries what the server says to the client, as much of each answer as the fault on it allows.</summary>
internal sealed class ServerPump(ProxyLink link)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Runs until the server has ended, or the link carries no more.</summary>
    public async Task RunAsync()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await link.ReceiveFromServerAsync(buffer).ConfigureAwait(false)) > 0 && link.IsOpen)
                await ForwardAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);

            if (link.IsOpen)
                link.FinishClient();
        }
        catch (Exception exception) when (Sockets.IsEnd(exception))
        {
            link.EndIfOpen(Ending.Reset);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task ForwardAsync(ReadOnlyMemory<byte> input)
    {
        // What passes is sent together: from unsent up to position.
        int unsent = 0;
        int position = 0;
        while (position < input.Length && link.IsOpen)
        {
            ServerStep step = link.ReadServer(input.Span[position..]);
            int end = position + step.ByteCount;
            if (step.Exchange?.Claim is { } claim)
            {
                AnswerRuling ruling = claim.Fault.Rule(step.Progress);
                if (ruling.Strikes || ruling.PassedByteCount < step.ByteCount)
                {
                    await link.SendToClientAsync(input[unsent..(position + ruling.PassedByteCount)]).ConfigureAwait(false);
                    unsent = end;
                }

                if (ruling.Strikes)
                    await link.StrikeAsync(claim).ConfigureAwait(false);
                else if (step.EndsAnswer)
                    claim.Release();
            }

            position = end;
        }

        await link.SendToClientAsync(input[unsent..position]).ConfigureAwait(false);
    }
}
