using System.Reflection;
using BenchmarkDotNet.Attributes;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Benchmarks.Tests.Micro;

/// <summary>Every class of benchmarks runs, and says what it is about.</summary>
public sealed class MicroSubjectsTests
{
    [Fact]
    public void All_AreListed()
    {
        IEnumerable<Type> classes = typeof(MicroSubjects).Assembly.GetTypes()
            .Where(static type => type.GetMethods().Any(static method => method.GetCustomAttribute<BenchmarkAttribute>() is not null));

        Assert.Equal(classes.Select(static type => type.Name).Order(), MicroSubjects.All.Select(static type => type.Name).Order());
        Assert.All(MicroSubjects.All, static type => Assert.NotNull(type.GetCustomAttribute<SubjectAttribute>()));
    }
}
