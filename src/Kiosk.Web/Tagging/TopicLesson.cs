using Kiosk.Search.Learning;

namespace Kiosk.Web.Tagging;

/// <summary>What was learned of one topic.</summary>
/// <param name="Stamp">Of which choices it was learned.</param>
/// <param name="Examples">How many choices.</param>
/// <param name="Fitting">How many of these confirm.</param>
/// <param name="Classifier">Null if there is too little to learn from.</param>
/// <param name="Measured">How well it holds; null if there is too little to learn from.</param>
public sealed record TopicLesson((int, int, DateTimeOffset) Stamp, int Examples, int Fitting, WordClassifier? Classifier, CrossValidation? Measured);
