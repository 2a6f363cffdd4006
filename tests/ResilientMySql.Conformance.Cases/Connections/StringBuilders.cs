using System.Globalization;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>The connection string builder.</summary>
public static class StringBuilders
{
    public static Task Keywords(Scene scene)
    {
        var builder = new MySqlConnectionStringBuilder();
        foreach ((string keyword, object value) in new (string, object)[]
        {
            ("Server", "a"), ("host", "b"), ("Data Source", "c"), ("addr", "d"), ("Port", 3307), ("User ID", "u"), ("uid", "v"), ("user", "w"), ("Password", "p"), ("pwd", "q"),
            ("Database", "d"), ("Initial Catalog", "e"), ("SslMode", "Required"), ("Ssl Mode", "none"), ("Pooling", "yes"), ("pooling", false), ("Min Pool Size", "2"),
            ("maxpoolsize", 5), ("Connection Lifetime", 7), ("Connect Timeout", 8), ("default command timeout", 9), ("GuidFormat", "Binary16"), ("Guid Format", "Char32"), ("old guids", true),
            ("CharSet", "latin1"), ("Allow User Variables", "true"), ("allowuservariables", "1"), ("Use Compression", "True"), ("AutoEnlist", false), ("Nonsense", 1), ("Port", "x"), ("SslMode", "x"), ("Pooling", "maybe"), ("Keep Alive", 5),
        })
        {
            scene.Do($"{keyword} = {value}", () => builder[keyword] = value);
            scene.Try("read back", () => builder[keyword]);
        }

        scene.Note("text", builder.ConnectionString);
        return Task.CompletedTask;
    }

    public static Task EveryPropertysDefault(Scene scene)
    {
        var builder = new MySqlConnectionStringBuilder();
        foreach (var property in typeof(MySqlConnectionStringBuilder).GetProperties().Where(static property => property.DeclaringType == typeof(MySqlConnectionStringBuilder) && property.GetIndexParameters().Length == 0).OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            // Our own keywords have no counterpart.
            if (typeof(global::MySqlConnector.MySqlConnectionStringBuilder).GetProperty(property.Name) is not null)
                scene.Try(property.Name, () => property.GetValue(builder));
        }

        return Task.CompletedTask;
    }

    public static Task Texts(Scene scene)
    {
        foreach (string text in new[]
        {
            "", "Server=a", "server=a;UID=b;PWD=c", "Server=a;Server=b", "Server='a;b'", "Server=\"a\";Password='x''y'", "Server=a;;Port=1;", "Server", "=a", "Server=a;Nonsense=1",
            "Host=a;User Id=b;Initial Catalog=c", "Password=", "Password=' '", "Port=-1", "Port=99999999999", "Connect Timeout=abc", "ConnectionTimeout=3", "Server=a,b,c;Load Balance=Random",
            "Allow Zero Datetime=true;Convert Zero Datetime=true", "Pooling=false;MaximumPoolSize=3",
        })
        {
            scene.Try(text, () => new MySqlConnectionStringBuilder(text).ConnectionString);
        }

        return Task.CompletedTask;
    }

    [Differs("null-argument")]
    public static Task Lookups(Scene scene)
    {
        var builder = new MySqlConnectionStringBuilder("Server=a;UID=b;Connect Timeout=5");
        foreach (string keyword in new[] { "Server", "server", "host", "User ID", "uid", "Connection Timeout", "connecttimeout", "Database", "Nonsense", "" })
        {
            scene.Try("contains " + keyword, () => builder.ContainsKey(keyword));
            scene.Try("get " + keyword, () => builder.TryGetValue(keyword, out object? value) ? value : "none");
            scene.Try("this " + keyword, () => builder[keyword]);
            scene.Try("serialised " + keyword, () => builder.ShouldSerialize(keyword));
        }

        scene.Note("keys", builder.Keys.Cast<string>().ToArray());
        scene.Note("values", builder.Values.Cast<object>().ToArray());
        scene.Note("count", builder.Count);
        scene.Try("remove", () => builder.Remove("uid"));
        scene.Try("remove by its name", () => builder.Remove("User ID"));
        scene.Try("remove again", () => builder.Remove("User ID"));
        scene.Try("remove nonsense", () => builder.Remove("Nonsense"));
        scene.Note("text", builder.ConnectionString);
        scene.Do("null keyword", () => builder[null!] = 1);
        scene.Do("null value", () => builder["Server"] = null);
        scene.Note("text", builder.ConnectionString);
        builder.Clear();
        scene.Note("text", builder.ConnectionString);
        scene.Note("fixed size", builder.IsFixedSize);
        scene.Note("equivalent", builder.EquivalentTo(new MySqlConnectionStringBuilder()));
        return Task.CompletedTask;
    }

    public static Task Properties(Scene scene)
    {
        var builder = new MySqlConnectionStringBuilder
        {
            Server = "s",
            Port = 1,
            UserID = "u",
            Password = "p;'\"",
            Database = "d",
            SslMode = MySqlSslMode.VerifyFull,
            ConnectionTimeout = 3,
            DefaultCommandTimeout = 4,
            MaximumPoolSize = 5,
            GuidFormat = MySqlGuidFormat.Binary16,
            AllowUserVariables = true,
            DateTimeKind = MySqlDateTimeKind.Utc,
            TreatTinyAsBoolean = false,
        };
        scene.Note("text", builder.ConnectionString);
        scene.Note("read again", new MySqlConnectionStringBuilder(builder.ConnectionString).Password);
        scene.Do("null server", () => builder.Server = null!);
        scene.Note("server", builder.Server);
        scene.Note("as text", string.Create(CultureInfo.InvariantCulture, $"{builder}"));
        return Task.CompletedTask;
    }
}
