using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Benchmarks;

namespace ResilientMySql.Microbenchmarks;

/// <summary>Reads the options of <c>./bench micro</c>: those of the other benchmarks, one server at a time, and a pattern.</summary>
internal static class MicroCommandLine
{
    private const string Filter = "--filter";
    private const string Everything = "*";

    /// <summary>False, with what is wrong, where the options cannot be understood.</summary>
    public static bool TryParse(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out MicroOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        options = null;
        (string filter, List<string> others) = Split(arguments);
        if (filter is "")
        {
            complaint = $"{Filter}: a pattern such as *Lease*";
            return false;
        }

        if (!Benchmarks.CommandLine.TryParse(["--server", "mysql", .. others], out BenchmarkOptions? run, out complaint))
            return false;

        if (run.Engines is not [var engine])
        {
            complaint = "--server: one at a time, since what the library remembers of one would be there for the other";
            return false;
        }

        if (run.Asserts)
        {
            complaint = "--assert: there are no aims here; ./bench overhead and ./bench lease have some for the same parts";
            return false;
        }

        options = new MicroOptions(run, engine, filter);
        return true;
    }

    private static (string Filter, List<string> Others) Split(IReadOnlyList<string> arguments)
    {
        (string filter, var others) = (Everything, new List<string>());
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == Filter)
                filter = ++i < arguments.Count ? arguments[i] : "";
            else
                others.Add(arguments[i]);
        }

        return (filter, others);
    }
}
