using Kiosk.Search.Learning;

namespace Kiosk.Search.Tests.Learning;

public sealed class WordClassifierTests
{
    [Fact]
    public void Too_few_choices_teach_nothing()
    {
        Assert.Null(WordClassifier.Learn(Examples(5, 14)));
        Assert.Null(WordClassifier.Learn(Examples(4, 30)));
        Assert.Null(CrossValidation.Of(Examples(5, 14), 0.7));
        Assert.NotNull(WordClassifier.Learn(Examples(5, 15)));
    }

    [Fact]
    public void The_words_that_weighed_most_are_told_as_they_are_written()
    {
        var learned = WordClassifier.Learn(Examples(15, 15))!;
        var verdict = learned.Judge(LearningWords.Of("De deurwaarders kwamen langs", "Over beslag op loon", ""));
        Assert.InRange(verdict.Chance, 0.9, 1);
        Assert.Equal(["beslag", "deurwaarders"], verdict.Words.Order(StringComparer.Ordinal));
        Assert.InRange(learned.Judge(LearningWords.Of("Gratis koffie in het buurthuis", "", "")).Chance, 0, 0.1);
        Assert.Contains("beslag", learned.Telling);
    }

    [Fact]
    public void What_can_be_told_apart_measures_well_and_what_was_said_at_random_does_not()
    {
        var clear = CrossValidation.Of(Examples(20, 20), 0.7)!;
        Assert.Equal((1.0, 1.0, 40), (clear.Precision, clear.Recall, clear.Examples));
        var random = new Random(7);
        var noise = CrossValidation.Of([.. Examples(30, 30).Select(example => example with { Fits = random.Next(2) == 0 })], 0.7)!;
        Assert.InRange(noise.Precision ?? 0, 0, 0.8);
    }

    [Fact]
    public void The_same_choices_measure_the_same_in_whatever_order_they_come()
    {
        var examples = Examples(12, 17);
        Assert.Equal(CrossValidation.Of(examples, 0.7), CrossValidation.Of([.. Enumerable.Reverse(examples)], 0.7));
    }

    private static List<LearningExample> Examples(int fitting, int others) =>
    [
        .. Enumerable.Range(1, fitting).Select(id => new LearningExample(id, LearningWords.Of($"Beslag door de deurwaarder {id}", "Brief over incasso", ""), Fits: true)),
        .. Enumerable.Range(101, others).Select(id => new LearningExample(id, LearningWords.Of($"Koffie in het buurthuis {id}", "Brief over gezelligheid", ""), Fits: false)),
    ];
}
