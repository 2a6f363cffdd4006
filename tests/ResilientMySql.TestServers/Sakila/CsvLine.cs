using System.Text;

namespace ResilientMySql.TestServers.Sakila;

/// <summary>One line of comma-separated values, some in double quotes (RFC 4180, without line breaks inside).</summary>
internal static class CsvLine
{
    public static IEnumerable<string> Split(string line)
    {
        var value = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            switch (character)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    yield return value.ToString();
                    value.Clear();
                    break;
                default:
                    value.Append(character);
                    break;
            }
        }

        yield return value.ToString();
    }
}
