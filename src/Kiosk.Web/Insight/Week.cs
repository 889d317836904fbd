using System.Globalization;

namespace Kiosk.Web.Insight;

/// <summary>Weeks as they are counted: from Monday, in Dutch time.</summary>
public static class Week
{
    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Its number: <c>47</c> (ISO 8601).</summary>
    public static int Number(DateOnly monday) => ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue));
}
