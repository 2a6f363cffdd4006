using System.Text;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>Two transcripts side by side: what both say, what only the driver says (-), what only we say (+).</summary>
public static class TranscriptComparison
{
    /// <summary>Every line of both, each with its mark; equal transcripts have neither a - nor a +.</summary>
    public static string Merge(IReadOnlyList<Line> driver, IReadOnlyList<Line> ours, bool withRemarks)
    {
        int[,] common = CommonLengths(driver, ours);
        var merged = new StringBuilder();
        int left = 0;
        int right = 0;
        while (left < driver.Count || right < ours.Count)
        {
            if (left < driver.Count && right < ours.Count && driver[left].Text == ours[right].Text)
            {
                Append(merged, ' ', driver[left++], withRemarks: false);
                right++;
            }
            else if (right >= ours.Count || (left < driver.Count && common[left + 1, right] >= common[left, right + 1]))
            {
                Append(merged, '-', driver[left++], withRemarks);
            }
            else
            {
                Append(merged, '+', ours[right++], withRemarks);
            }
        }

        return merged.ToString();
    }

    /// <summary>Whether both say the same.</summary>
    public static bool AreEqual(IReadOnlyList<Line> driver, IReadOnlyList<Line> ours) =>
        driver.Select(static line => line.Text).SequenceEqual(ours.Select(static line => line.Text));

    /// <summary>Length of the longest common subsequence from each pair of positions on.</summary>
    private static int[,] CommonLengths(IReadOnlyList<Line> driver, IReadOnlyList<Line> ours)
    {
        var lengths = new int[driver.Count + 1, ours.Count + 1];
        for (int left = driver.Count - 1; left >= 0; left--)
        {
            for (int right = ours.Count - 1; right >= 0; right--)
            {
                lengths[left, right] = driver[left].Text == ours[right].Text
                    ? lengths[left + 1, right + 1] + 1
                    : Math.Max(lengths[left + 1, right], lengths[left, right + 1]);
            }
        }

        return lengths;
    }

    private static void Append(StringBuilder merged, char mark, Line line, bool withRemarks) =>
        merged.Append(mark).Append(' ').Append(withRemarks ? line.ToString() : line.Text).Append('\n');
}
