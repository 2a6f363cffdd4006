namespace ResilientMySql.Aot;

/// <summary>Holds what came out against what should, a line each.</summary>
internal sealed class Report(TextWriter output)
{
    private string _section = "";

    public int Right { get; private set; }

    public int Wrong { get; private set; }

    /// <summary>Runs a section; an exception out of it is one more thing that is wrong.</summary>
    public async Task RunAsync(ISection section, string connectionString)
    {
        _section = section.Name;
        try
        {
            await section.RunAsync(this, connectionString);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Note("ends without an exception", false, exception.ToString());
        }
    }

    public void True(string what, bool isSo) => Note(what, isSo, "it is not");

    public void Equal<T>(string what, T expected, T actual) =>
        Note(what, EqualityComparer<T>.Default.Equals(expected, actual), $"expected {expected}, was {actual}");

    public void Items<T>(string what, IEnumerable<T> expected, IEnumerable<T> actual) =>
        Note(what, expected.SequenceEqual(actual), $"expected {string.Join(", ", expected)}, was {string.Join(", ", actual)}");

    /// <summary>The exception, for a look at what it says; null where there was none, or another.</summary>
    public TException? Throws<TException>(string what, Action action)
        where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException exception)
        {
            Note(what, true, "");
            return exception;
        }

        Note(what, false, $"expected {typeof(TException).Name}, there was none");
        return null;
    }

    private void Note(string what, bool isRight, string complaint)
    {
        if (isRight)
            Right++;
        else
            Wrong++;

        output.WriteLine(isRight ? $"right  {_section}: {what}" : $"WRONG  {_section}: {what}: {complaint}");
    }
}
