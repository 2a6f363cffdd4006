namespace ResilientMySql.Queries.Streaming;

/// <summary>The bytes of a column. Closing them closes the reader that stands on their row.</summary>
internal sealed class ColumnStream(ResilientMySqlDataReader reader, Stream bytes) : Stream
{
    // A connection's reader serves one statement after another: this says which of them it is.
    private readonly int _turn = reader.Turn;

    public override bool CanRead => !IsOver;

    public override bool CanSeek => !IsOver;

    public override bool CanWrite => false;

    public override long Length => Bytes.Length;

    public override long Position
    {
        get => Bytes.Position;
        set => Bytes.Position = value;
    }

    /// <summary>The buffer is the driver's, and has other things in it once the reader is closed, which its connection may do too.</summary>
    private Stream Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsOver, this);
            return bytes;
        }
    }

    private bool IsOver => reader.IsClosed || reader.Turn != _turn;

    public override int Read(byte[] buffer, int offset, int count) => Bytes.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Bytes.Read(buffer);

    public override int ReadByte() => Bytes.ReadByte();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Bytes.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Bytes.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Bytes.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A column's bytes are only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A column's bytes are only read.");

    public override async ValueTask DisposeAsync()
    {
        if (!IsOver)
            await reader.CloseAsync().ConfigureAwait(false);

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !IsOver)
            reader.Close();

        base.Dispose(disposing);
    }
}
