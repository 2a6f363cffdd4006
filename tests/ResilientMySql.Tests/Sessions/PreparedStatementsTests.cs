using MySqlConnector;
using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class PreparedStatementsTests
{
    private readonly PreparedStatements _statements = new(most: 3, automaticAfter: 0);

    [Fact]
    public void TextsAndSlots_ShareOneOrder()
    {
        PreparedStatement text = _statements.Add("a", _statements.TextFor("a"));
        _statements.Add(slot: 7, "b");
        _statements.Add("c", _statements.TextFor("c"));
        Assert.True(_statements.IsFull);
        Assert.Same(text, _statements.Oldest);

        _statements.Use(text);
        Assert.Equal(7, _statements.Oldest!.Slot);
        Assert.NotNull(_statements.Use(7));
        Assert.Equal("c", _statements.Oldest!.Sql);

        _statements.Remove(_statements.Oldest);
        Assert.False(_statements.IsFull);
        Assert.Null(_statements.Find(null, "c", Parameters()));
    }

    [Fact]
    public void VariantsOfAText_AreFoundByTheirTypes()
    {
        PreparedStatement unused = _statements.Add("a", _statements.TextFor("a"));
        Assert.Same(unused, _statements.Find(null, "a", Parameters(5)));
        unused.Types = ParameterTypes.Of(Parameters(5));
        Assert.Null(_statements.Find(unused, "a", Parameters("text")));

        PreparedStatement second = _statements.Add("a", _statements.TextFor("a"));
        second.Types = ParameterTypes.Of(Parameters("text"));
        Assert.NotEqual(unused.Text, second.Text);
        Assert.Same(second, _statements.Find(unused, "a", Parameters("other")));
        Assert.Same(unused, _statements.Find(second, "a", Parameters(6)));
        Assert.Equal(2, _statements.CountVariants("a"));

        _statements.Remove(unused);
        Assert.Same(second, _statements.Find(unused, "a", Parameters("other")));
        Assert.Null(_statements.Find(unused, "a", Parameters(6)));
    }

    [Fact]
    public void AskedFor_EndsWithTheLease()
    {
        PreparedStatement statement = _statements.Add("a", _statements.TextFor("a"));
        _statements.UseAsAsked(statement);
        Assert.Same(statement, _statements.FindAskedFor("a"));

        _statements.EndLease();
        Assert.Null(_statements.FindAskedFor("a"));
        Assert.True(_statements.TryAskFor("a"));
        Assert.Same(statement, _statements.FindAskedFor("a"));
        Assert.False(_statements.TryAskFor("b"));
    }

    [Fact]
    public void StatementOfAnotherSession_IsNotTakenForOneOfThis()
    {
        PreparedStatement elsewhere = new PreparedStatements(3, 0).Add("a", "text");

        Assert.Null(_statements.Find(elsewhere, "a", Parameters()));
    }

    [Fact]
    public void Cleared_NothingIsFound()
    {
        PreparedStatement statement = _statements.Add("a", _statements.TextFor("a"));
        _statements.Add(slot: 0, "b");
        _statements.AddUnprepared(slot: 1, "c");
        Assert.Equal(2, _statements.Count);

        _statements.Clear();

        Assert.Equal(0, _statements.Count);
        Assert.Null(_statements.Find(statement, "a", Parameters()));
        Assert.Null(_statements.Use(0));
        Assert.Null(_statements.Use(1));
    }

    [Fact]
    public void NoRoomOnTheServer_IsNotTriedAtEachUse()
    {
        Assert.True(_statements.MayAttempt());
        _statements.NoteNoRoom();
        int uses = 1;
        while (!_statements.MayAttempt())
            uses++;

        Assert.InRange(uses, 50, 200);
        Assert.True(_statements.MayAttempt());
    }

    private static MySqlParameterCollection Parameters(object? value = null)
    {
        MySqlParameterCollection parameters = new MySqlCommand().Parameters;
        if (value is not null)
            parameters.Add(new MySqlParameter { Value = value });

        return parameters;
    }
}
