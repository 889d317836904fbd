namespace Kiosk.Data.Topics;

/// <summary>The rule of a topic, applied to the whole archive: what is to be done stands in its steps, so that it goes on where it was after a restart.</summary>
public sealed class TopicRun
{
    public long Id { get; set; }

    public int TopicId { get; set; }

    public Topic? Topic { get; set; }

    public TopicRunState State { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while it is at work.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Its steps.</summary>
    public int Total { get; set; }

    /// <summary>Steps that are behind it; while undoing, steps that were undone.</summary>
    public int Done { get; set; }

    /// <summary>Until when a node works on it; null if none does.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

public enum TopicRunState
{
    Applying,
    Applied,
    Undoing,
    Undone,
}

/// <summary>One article that gets the topic, or loses it.</summary>
public sealed class TopicRunStep
{
    public long RunId { get; set; }

    public TopicRun? Run { get; set; }

    public long ArticleId { get; set; }

    /// <summary>False: the topic goes.</summary>
    public bool Adds { get; set; }

    public TopicStepState State { get; set; }
}

public enum TopicStepState
{
    Waiting,

    /// <summary>Done, and can be undone.</summary>
    Done,

    /// <summary>There was nothing to do: somebody was first.</summary>
    Passed,

    Undone,
}
