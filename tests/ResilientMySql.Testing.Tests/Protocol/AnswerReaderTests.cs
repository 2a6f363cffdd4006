using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

/// <summary>The forms of answers that no driver at hand asks for; the usual ones are read from real servers.</summary>
public sealed class AnswerReaderTests
{
    private static readonly byte[] Column = [3, (byte)'d', (byte)'e', (byte)'f'];
    private static readonly byte[] Row = [1, (byte)'1'];
    private static readonly byte[] Error = [0xFF, 0x28, 0x04, (byte)'#'];

    [Fact]
    public void Cursor_EndsWithItsColumnsAndIsFetchedLater()
    {
        byte[] endWithCursor = [0xFE, 0, 0, 0x42, 0];
        Assert.Equal(
            [AnswerPart.Other, AnswerPart.Other, AnswerPart.End],
            Read(ServerCommand.Execute, Capabilities.None, [1], Column, endWithCursor));
        Assert.Equal([AnswerPart.Row, AnswerPart.Row, AnswerPart.End], Read(ServerCommand.Fetch, Capabilities.None, Row, Row, Eof(0x0002)));
    }

    [Fact]
    public void ErrorAmongRows_EndsTheAnswer() => Assert.Equal(
        [AnswerPart.Other, AnswerPart.Other, AnswerPart.Row, AnswerPart.End],
        Read(ServerCommand.Query, Capabilities.DeprecateEof, [1], Column, Row, Error));

    [Fact]
    public void MoreResults_GoOnAfterTheEndOfTheFirst() => Assert.Equal(
        [AnswerPart.Other, AnswerPart.Other, AnswerPart.Other, AnswerPart.Row, AnswerPart.Other, AnswerPart.End],
        Read(ServerCommand.Query, Capabilities.None, [1], Column, Eof(0x0002), Row, Eof(0x000A), [0, 0, 0, 2, 0, 0, 0]));

    [Fact]
    public void ColumnsLeftOutByMySql_AreNotWaitedFor() => Assert.Equal(
        [AnswerPart.Other, AnswerPart.Row, AnswerPart.End],
        Read(ServerCommand.Query, Capabilities.OptionalMetadata | Capabilities.DeprecateEof, [2, 0], Row, [0xFE, 0, 0, 2, 0, 0, 0]));

    [Fact]
    public void ColumnsLeftOutByMariaDb_AreNotWaitedFor()
    {
        Assert.Equal(
            [AnswerPart.Other, AnswerPart.Row],
            Read(ServerCommand.Execute, Capabilities.MariaDbCacheMetadata | Capabilities.DeprecateEof, [1, 0], Row));
        Assert.Equal(
            [AnswerPart.Other, AnswerPart.Other, AnswerPart.Row],
            Read(ServerCommand.Execute, Capabilities.MariaDbCacheMetadata, [1, 0], Eof(0x0002), Row));
        Assert.Equal(
            [AnswerPart.Other, AnswerPart.Other, AnswerPart.Row],
            Read(ServerCommand.Execute, Capabilities.MariaDbCacheMetadata | Capabilities.DeprecateEof, [1, 1], Column, Row));
    }

    [Fact]
    public void ProgressOfMariaDb_IsNoError()
    {
        byte[] progress = [0xFF, 0xFF, 0xFF, 1, 1, 1];
        Assert.Equal([AnswerPart.Other, AnswerPart.End], Read(ServerCommand.Query, Capabilities.MariaDbProgress, progress, Error));
        Assert.Equal([AnswerPart.End], Read(ServerCommand.Query, Capabilities.None, progress));
    }

    [Fact]
    public void PrepareWithEofs_EndsAfterThoseOfBothLists() => Assert.Equal(
        [AnswerPart.Other, AnswerPart.Other, AnswerPart.Other, AnswerPart.Other, AnswerPart.Other, AnswerPart.End],
        Read(ServerCommand.Prepare, Capabilities.None, Prepared(columns: 2, parameters: 1), Column, Eof(0), Column, Column, Eof(0)));

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2, 3)]
    [InlineData(2, 0, 3)]
    [InlineData(2, 3, 6)]
    public void PrepareWithoutEofs_EndsWithTheLastDefinition(ushort columns, ushort parameters, int payloadCount)
    {
        var reader = new AnswerReader(ServerCommand.Prepare, Capabilities.DeprecateEof);
        byte[] header = Prepared(columns, parameters);
        AnswerPart part = reader.Read(header, header.Length);
        int count = 1;
        for (; part is AnswerPart.Other; count++)
            part = reader.Read(Column, Column.Length);

        Assert.Equal((AnswerPart.End, payloadCount, 9u), (part, count, reader.StatementId));
    }

    [Theory]
    [InlineData(ServerCommand.Query)]
    [InlineData(ServerCommand.Execute)]
    [InlineData(ServerCommand.Prepare)]
    [InlineData(ServerCommand.Fetch)]
    public void EmptyPayload_IsNotUnderstood(ServerCommand command) =>
        Assert.Equal([AnswerPart.NotUnderstood], Read(command, Capabilities.None, [[]]));

    private static byte[] Eof(ushort status) => [0xFE, 0, 0, (byte)status, (byte)(status >> 8)];

    private static byte[] Prepared(ushort columns, ushort parameters) =>
        [0, 9, 0, 0, 0, (byte)columns, 0, (byte)parameters, 0, 0, 0, 0];

    private static AnswerPart[] Read(ServerCommand command, Capabilities capabilities, params byte[][] payloads)
    {
        var reader = new AnswerReader(command, capabilities);
        return [.. payloads.Select(payload => reader.Read(payload, payload.Length))];
    }
}
