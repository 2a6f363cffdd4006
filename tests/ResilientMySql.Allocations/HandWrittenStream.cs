using MySqlConnector;

namespace ResilientMySql.Allocations;

/// <summary>The bytes of a column, which close the reader that stands on their row: what a method that returns them needs.</summary>
internal sealed class HandWrittenStream(MySqlDataReader reader, Stream bytes) : Stream
{
    private bool _isClosed;

    public override bool CanRead => !_isClosed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => bytes.Length;

    public override long Position
    {
        get => bytes.Position;
        set => bytes.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => bytes.Read(buffer, offset, count);

    public override int ReadByte() => bytes.ReadByte();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await reader.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _isClosed = true;
        reader.Dispose();
        base.Dispose(disposing);
    }
}
