using System.ComponentModel;
using System.Reflection;
using MySqlConnector;
using ResilientMySql.ConnectionStrings;

namespace ResilientMySql.Tests.ConnectionStrings;

/// <summary>Every property of the driver's builder is on ours: a new version of the driver cannot widen it unseen.</summary>
public sealed class DriverPropertiesTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly string[] OurOwn = [.. OwnKeywords.All.Select(static keyword => keyword.Name.Replace(" ", "", StringComparison.Ordinal))];

    public static TheoryData<string> Names => [.. Typed(typeof(MySqlConnectionStringBuilder)).Select(static property => property.Name)];

    [Fact]
    public void Ours_AreTheDriversAndTheLibrarysOwn()
    {
        var theirs = Typed(typeof(MySqlConnectionStringBuilder)).Select(static property => property.Name);

        Assert.Equal(theirs.Concat(OurOwn).Order(), Typed(typeof(ResilientMySqlConnectionStringBuilder)).Select(static property => property.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Property_IsOfTheSameTypeAndDefault(string name)
    {
        (PropertyInfo theirs, PropertyInfo ours) = Pair(name);

        Assert.Equal(theirs.PropertyType, ours.PropertyType);
        Assert.Equal(theirs.GetValue(new MySqlConnectionStringBuilder()), ours.GetValue(new ResilientMySqlConnectionStringBuilder()));
        Assert.Equal(theirs.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName, ours.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName);
        Assert.Equal(theirs.GetCustomAttribute<CategoryAttribute>()?.Category, ours.GetCustomAttribute<CategoryAttribute>()?.Category);
        Assert.Equal(theirs.IsDefined(typeof(ObsoleteAttribute)), ours.IsDefined(typeof(ObsoleteAttribute)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Property_IsWrittenAndReadBackAsTheDriverDoesIt(string name)
    {
        (PropertyInfo theirs, PropertyInfo ours) = Pair(name);
        object value = OtherThan(theirs.GetValue(new MySqlConnectionStringBuilder())!, name);
        var driver = new MySqlConnectionStringBuilder();
        var builder = new ResilientMySqlConnectionStringBuilder();

        theirs.SetValue(driver, value);
        ours.SetValue(builder, value);

        Assert.Equal(driver.ConnectionString, builder.ConnectionString);
        Assert.Equal(value, ours.GetValue(new ResilientMySqlConnectionStringBuilder(driver.ConnectionString)));
        Assert.Equal(value, theirs.GetValue(builder.ToDriver()));
        Assert.Equal(value, ours.GetValue(builder));

        if (theirs.PropertyType == typeof(string))
        {
            ours.SetValue(builder, null);
            Assert.Equal("", builder.ConnectionString);
        }
    }

    [Fact]
    public void PropertyGrid_ShowsWhatTheDriversShows()
    {
        var theirs = TypeDescriptor.GetProperties(new MySqlConnectionStringBuilder()).Cast<PropertyDescriptor>().Select(static property => property.DisplayName);
        var ours = TypeDescriptor.GetProperties(new ResilientMySqlConnectionStringBuilder()).Cast<PropertyDescriptor>().Select(static property => property.DisplayName);

        Assert.Equal(theirs.Concat(OwnKeywords.All.Select(static keyword => keyword.Name)).Order(), ours.Order());
    }

    private static (PropertyInfo Theirs, PropertyInfo Ours) Pair(string name) =>
        (typeof(MySqlConnectionStringBuilder).GetProperty(name, Declared)!, typeof(ResilientMySqlConnectionStringBuilder).GetProperty(name, Declared)!);

    private static IEnumerable<PropertyInfo> Typed(Type builder) =>
        builder.GetProperties(Declared).Where(static property => property.Name is not ("Keys" or "Item"));

    private static object OtherThan(object value, string name) => value switch
    {
        "" when name == "TlsVersion" => "TLS 1.2, TLS 1.3",
        string => "other; \"than\" before",
        uint number => number + 7,
        int number => number + 7,
        bool flag => !flag,
        Enum choice => Enum.GetValues(choice.GetType()).Cast<Enum>().First(other => !other.Equals(choice)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}
