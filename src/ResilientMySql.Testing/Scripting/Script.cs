using System.Collections.Immutable;

namespace ResilientMySql.Testing.Scripting;

/// <summary>The rules of a scripted server. Thread-safe.</summary>
internal sealed class Script(ServerVariables variables)
{
    private ImmutableArray<ScriptRule> _rules = [];

    public ScriptRule Add(Func<ReceivedRequest, bool> when, Reply[] replies)
    {
        var rule = new ScriptRule(this, when, replies);
        ImmutableInterlocked.Update(ref _rules, static (all, added) => all.Insert(0, added), rule);
        return rule;
    }

    public void Remove(ScriptRule rule) => ImmutableInterlocked.Update(ref _rules, static (all, removed) => all.Remove(removed), rule);

    /// <summary>The reply to a request: of the latest rule that matches, or what a healthy server would say.</summary>
    public Reply Choose(ReceivedRequest request, ServerGreeting greeting) =>
        Find(request) is { } rule ? rule.Next() : DefaultReplies.To(request, greeting, variables);

    /// <summary>The columns that a statement will have, to be told when it is prepared.</summary>
    public IReadOnlyList<string> ColumnsOf(ReceivedRequest prepare, ServerGreeting greeting)
    {
        ReceivedRequest execute = prepare with { Command = ServerCommand.Execute };
        return (Find(execute)?.Peek() ?? DefaultReplies.To(execute, greeting, variables)).PreparedColumns;
    }

    /// <summary>The reply of a rule that is about preparing itself; null where there is none.</summary>
    public Reply? ChooseForPrepare(ReceivedRequest prepare) => Find(prepare)?.Next();

    private ScriptRule? Find(ReceivedRequest request) => _rules.FirstOrDefault(rule => rule.Matches(request));
}
