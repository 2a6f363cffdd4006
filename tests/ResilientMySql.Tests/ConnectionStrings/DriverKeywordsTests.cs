using System.Collections;
using System.Reflection;
using MySqlConnector;
using ResilientMySql.ConnectionStrings;

namespace ResilientMySql.Tests.ConnectionStrings;

/// <summary>Ties the list of the driver's keywords to the referenced version of the driver.</summary>
public sealed class DriverKeywordsTests
{
    [Fact]
    public void List_IsTheDriversOwn()
    {
        Type option = typeof(MySqlConnection).Assembly.GetType("MySqlConnector.MySqlConnectionStringOption", throwOnError: true)!;
        var names = (IEnumerable<string>)option.GetProperty("OptionNames")!.GetValue(null)!;
        MethodInfo find = option.GetMethod("GetOptionForKey")!;
        var theirs = names.Select(name => string.Join('|', (IEnumerable<string>)option.GetProperty("Keys")!.GetValue(find.Invoke(null, [name]))!));

        Assert.Equal(theirs, DriverKeywords.All.Select(static keyword => string.Join('|', keyword.AllNames)));
    }

    [Fact]
    public void Names_AreUnique()
    {
        IEnumerable<string> names = DriverKeywords.All.Concat<Keyword>(OwnKeywords.All).SelectMany(static keyword => keyword.AllNames);

        Assert.All(names.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase), static same => Assert.Single(same));
    }

    [Fact]
    public void EveryName_IsTakenAsTheDriverTakesIt()
    {
        foreach (string name in DriverKeywords.All.SelectMany(static keyword => keyword.AllNames))
        {
            object value = new MySqlConnectionStringBuilder()[name];
            object given = value is "" ? name.Contains("tls", StringComparison.OrdinalIgnoreCase) && name.Contains("ersion", StringComparison.Ordinal) ? "TLS 1.3" : "x" : value;
            var theirs = new MySqlConnectionStringBuilder { [name] = given };
            var ours = new ResilientMySqlConnectionStringBuilder { [name.ToUpperInvariant()] = given };

            Assert.Equal((theirs.ConnectionString, theirs[name]), (ours.ConnectionString, ours[name]));
            Assert.Equal(theirs.Keys.Cast<string>(), ours.Keys.Cast<string>());
            Assert.True(ours.ContainsKey(name));
            Assert.True(ours.Remove(name));
            Assert.Empty((ICollection)ours);
        }
    }
}
