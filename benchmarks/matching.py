"""How well and how fast the matcher finds skills.

python -m benchmarks.matching                  time per 6,000 characters, and to load the taxonomy
python -m benchmarks.matching texts FOLDER     time per 6,000 characters of real résumé texts (.txt, or XML as below)
python -m benchmarks.matching demand FILE      postings-weighted coverage of the labels of job adverts
                                               (CSV: label, group, postings)
python -m benchmarks.matching dotin FOLDER     precision and recall against the "Tech Tools" spans of real
                                               résumé texts (XML), for labels that name skills of the taxonomy
"""

from __future__ import annotations

import csv
import gc
import marshal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from aiscreen.matching import Matcher, compile_skills
from aiscreen.taxonomy.skills import SkillsFile
from benchmarks.dotin import labelled

SKILLS = Path(__file__).resolve().parents[1] / "skills.yaml"
# Labels that name a habit of speech, not a tool or a skill of its own; counted apart as "all labels".
VAGUE_GROUPS = frozenset({"other"})


def skills_file() -> SkillsFile:
    return SkillsFile.model_validate(yaml.load(SKILLS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def demand(path: Path) -> None:
    """Coverage of advert labels: how much of the postings-weighted demand names a skill of the taxonomy."""
    matcher = Matcher(skills_file())
    total: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    missed: list[tuple[int, str, str]] = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            postings = int(row["postings"])
            kinds = ["all labels"] + (["tool-like"] if row["group"] not in VAGUE_GROUPS else [])
            hit = matcher.find(row["label"], section="skills")
            for kind in [*kinds, row["group"]]:
                total[kind] += postings
                covered[kind] += postings if hit else 0
            if not hit:
                missed.append((postings, row["group"], row["label"]))
    for kind in sorted(total, key=lambda kind: -total[kind]):
        print(f"{kind:12} {covered[kind]:6} of {total[kind]:6}  {covered[kind] / total[kind]:.1%}")
    print("\nnot covered:")
    for postings, group, label in sorted(missed, reverse=True):
        print(f"{postings:5}  {group:10} {label}")


def dotin(folder: Path, show: int) -> None:
    """Precision: mentions of tools inside a label; recall: labels that name a skill of the taxonomy and hold a
    mention. Annotators labelled about half of what a text names, so precision here is a lower bound: the mentions
    outside every label are listed to be read."""
    file = skills_file()
    matcher = Matcher(file)
    tools = {i for i, skill in file.skills.items() if skill.kind in ("tool", "platform", "language")}
    inside = outside = found = named = 0
    extra: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    contexts: dict[str, str] = {}
    for _, text, labels in labelled(folder):
        spans = [(start, end) for kind, start, end in labels if kind == "Tech Tools"]
        mentions = [m for m in matcher.find(text, unowned=True) if m.skill in tools]
        for m in mentions:
            if any(m.start < high and m.end > low for low, high in spans):
                inside += 1
            else:
                outside += 1
                extra[f"{m.skill}: {m.surface}"] += 1
                contexts[f"{m.skill}: {m.surface}"] = " ".join(
                    text[max(0, m.start - 50) : m.end + 50].split()
                )
        for low, high in spans:
            if not any(
                m.skill in tools for m in matcher.find(text[low:high], section="skills", unowned=True)
            ):
                continue
            named += 1
            if any(m.start < high and m.end > low for m in mentions):
                found += 1
            else:
                key = " ".join(text[low:high].split())
                lost[key] += 1
                contexts[key] = " ".join(text[max(0, low - 50) : high + 50].split())
    print(
        f"mentions inside a label {inside}, outside {outside}: precision (lower bound) {inside / (inside + outside):.1%}"
    )
    print(f"labels that name a skill {named}, found {found}: recall {found / named:.1%}")
    for title, counter in (("outside every label", extra), ("labels not found", lost)):
        print(f"\n{title}:")
        for key, count in counter.most_common(show):
            print(f"{count:4}  {key:40}  ...{contexts[key]}...")


def sample(characters: int) -> str:
    """Text like a résumé's, of about that length."""
    lines = [
        "Senior engineer with nine years of work on ranking, retrieval and the platforms under them.",
        "Rebuilt the feature pipeline on Spark and Kafka, and moved training from TensorFlow 1.x to PyTorch.",
        "Cut p99 latency from 240 ms to 70 ms with ONNX Runtime, int8 quantization and request batching on EKS.",
        "Owned the on-call rota; wrote the drift alerts (Evidently, Prometheus) that caught two bad releases.",
        "Led four engineers through a migration that nobody had specified; presented the trade-offs to finance.",
        "Skills: Python, SQL, Go, R, Docker, Kubernetes, Airflow, MLflow, LangChain, Qdrant, FastAPI, Terraform",
    ]
    text = "\n".join(lines * (characters // sum(map(len, lines)) + 1))
    return text[:characters]


def best(run: object, times: int) -> float:
    """The best of several runs, in milliseconds of processor time."""
    assert callable(run)
    results = []
    for _ in range(times):
        begun = time.process_time()
        run()
        results.append(time.process_time() - begun)
    return min(results) * 1000


def speed() -> None:
    file = skills_file()
    compiled = compile_skills(file.skills)
    stored = marshal.dumps(compiled)
    matcher = Matcher(file)
    text = sample(6000)
    statements = text.splitlines()
    print(
        f"skills {len(file.skills)}, spellings {len(compiled['ends'])}, compiled {len(stored) / 1024:.0f} KiB"
    )
    print(f"YAML to models     {best(skills_file, 3):7.1f} ms")
    print(f"models to compiled {best(lambda: compile_skills(file.skills), 5):7.1f} ms")
    print(f"stored to matcher  {best(lambda: Matcher.from_compiled(marshal.loads(stored)), 9):7.2f} ms")
    print(f"find, 6,000 characters at once      {best(lambda: matcher.find(text), 50):6.2f} ms")
    print(
        f"find, as {len(statements)} statements              {best(lambda: list(each(matcher, statements)), 50):6.2f} ms"
    )


def texts(folder: Path) -> None:
    """Real texts, each as its parsed statements: on the first pass, which meets their words for the first time, and
    the best of the later ones. The sample of `speed` names a skill every 24 characters; real texts name far fewer."""
    from aiscreen import parsing, reading
    from aiscreen.errors import InputError

    resumes = []
    found = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.txt"))]
    found += [(f"{name}.txt", text.encode()) for name, text, _ in labelled(folder)]
    for name, data in found:
        try:
            resumes.append(parsing.parse(reading.read(name, data=data)))
        except InputError:
            continue
    matcher = Matcher(skills_file())
    characters = sum(len(statement.text) for resume in resumes for statement in resume.statements)
    gc.freeze()

    def run() -> int:
        return sum(len(named) for resume in resumes for named in matcher.find_all(resume))

    share = 6000 / characters
    first = best(run, 1) * share
    print(
        f"{len(resumes)} texts, {characters // len(resumes)} characters and {share * run():.0f} mentions in 6,000"
    )
    print(
        f"find_all, 6,000 characters: {best(run, 15) * share:.2f} ms, seen for the first time {first:.2f} ms"
    )


def each(matcher: Matcher, statements: list[str]) -> Iterator[object]:
    for statement in statements:
        yield matcher.find(statement)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["demand"]:
        demand(Path(arguments[1]))
    elif arguments[:1] == ["dotin"]:
        dotin(Path(arguments[1]), int(arguments[2]) if len(arguments) > 2 else 60)
    elif arguments[:1] == ["texts"]:
        texts(Path(arguments[1]))
    else:
        speed()


if __name__ == "__main__":
    main(sys.argv[1:])
