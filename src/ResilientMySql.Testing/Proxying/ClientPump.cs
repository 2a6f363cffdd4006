using System.Buffers;
using System.Diagnostics;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Proxying;

/// <summary>Carries what the client says to the server, request by request, so that a fault can come before or after each.</summary>
internal sealed class ClientPump(ProxyLink link)
{
    private const int BufferSize = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _held = new();

    /// <summary>Runs until the client has ended, or the link carries no more.</summary>
    public async Task RunAsync()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await link.ReceiveFromClientAsync(buffer).ConfigureAwait(false)) > 0 && link.IsOpen)
                await ForwardAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);

            if (link.IsOpen)
                link.FinishServer();
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
        link.NoteClientSpeaks();
        while (!input.IsEmpty && link.IsOpen)
        {
            ClientStep step = link.ReadClient(input.Span);
            ReadOnlyMemory<byte> bytes = input[..step.ByteCount];
            input = input[step.ByteCount..];
            switch (step.Kind)
            {
                case ClientStepKind.Pass:
                    await link.SendToServerAsync(bytes).ConfigureAwait(false);
                    break;
                case ClientStepKind.Hold:
                    _held.Write(bytes.Span);
                    break;
                case ClientStepKind.Request:
                    await BeginRequestAsync(step.Exchange!, bytes).ConfigureAwait(false);
                    break;
                default:
                    throw new UnreachableException();
            }

            if (step.EndsRequest && link.IsOpen && step.Exchange!.Claim is { Fault.StrikesOnceForwarded: true } claim)
                await link.StrikeAsync(claim).ConfigureAwait(false);
        }
    }

    private async Task BeginRequestAsync(Exchange exchange, ReadOnlyMemory<byte> bytes)
    {
        link.Traffic.NoteRequest(exchange);
        exchange.Previous?.Claim?.Release();
        exchange.Claim = link.Injector.Draw(exchange.Request, link.SeesPackets);
        if (exchange.Claim is { Fault.Point: FaultPoint.BeforeRequest } claim)
            await link.StrikeAsync(claim).ConfigureAwait(false);

        _held.Write(bytes.Span);
        await link.SendToServerAsync(_held.WrittenMemory).ConfigureAwait(false);
        _held.ResetWrittenCount();
    }
}
