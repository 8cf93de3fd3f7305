"""The words that the grammar of `relations` turns on: how lists open and go on, what may stand around a category."""

from __future__ import annotations

from aiscreen.text import vocabulary


def _phrases(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in written.split("|"))


JOIN = vocabulary("and or / nor")
"""Between alternatives of a head ("supervised and unsupervised learning")."""
MORE = vocabulary(', and or / & plus "')
"""Between members of a list."""
ARTICLES = vocabulary('a an the my our its some various several popular simple "')
WE = vocabulary("we i they")
NEW_THOUGHT = vocabulary("for to with as in on over")
"""Behind the second of two members it tells that the list had ended ("such as A, and B for ...")."""
SUCH = _phrases(
    "such as|like|including|includes|include|eg|ie|for example|for instance|namely|viz|especially|particularly|notably"
    "|mainly|primarily|specifically|in particular|among them|amongst them|among these|among which|called|named|known as|consisting of|comprising|ranging from|as"
)
SUCH_DIRECT = _phrases(
    "used were|used are|used is|used include|used|were|are|is|applied were|i used were|we used were"
)
"""The same, but only where a member follows at once ("the algorithms used were K-means and ...")."""
OTHER_MATTER = vocabulary(
    "skills experience knowledge statistics mathematics math python sql r excel eda visualization visualisation dashboards "
    "reports reporting"
)
"""What members of the category joined to it cannot be ("skills and programming languages such as ...")."""
LISTED = vocabulary(
    "used known applied learned learnt covered compared tried tested written mastered chosen built run"
)
"""Between a head and its colon ("algorithms used: ...")."""
MADE_OF = vocabulary(
    "based driven powered backed inspired style like graded judged scored generated assisted labelled labeled written aided enabled"
)
"""Between a name and a noun that it only describes ("a SQLite-based document database")."""
OF_MINE = vocabulary("work projects toolbox toolkit repertoire portfolio expertise")
"""The same, of what somebody has to do with ("my deep learning work: ...")."""
USING = _phrases(
    "using|with|via|through|by using|by means of|by way of|by applying|by running|by training|by fitting|based on"
    "|utilizing|utilising|leveraging|employing|with the help of|thanks to|relying on|on the basis of|courtesy of|by"
)
FOR = _phrases(
    "for|to do|to perform|for the|for a|to build|for building|for performing|to perform a|to implement|as part of"
    "|to carry out|in a|to create|to train a|to build a|for our|for my|to solve a|to solve|on a|in the|for an"
)
OTHERS = _phrases(
    "and other|or other|and similar|and some other|and many other|among other|and various other|and several other"
    "|, other|and others of the|and others among the|and others from the|and other methods of|and other forms of|and other kinds of|and other types of|and other techniques of"
    "|and other examples of|and further|and related|and such|as well as other"
)
DONE = vocabulary(
    "was were is are been has have performed done implemented carried out achieved conducted built applied executed made "
    "accomplished completed handled solved powered driven delivered tackled approached run"
)
"""Between a category and what it was done with ("clustering was performed using")."""
APPLIED = vocabulary(
    "was were is are has been used applied chosen trained built employed implemented utilized utilised model"
)
"""Between a member and its task ("linear regression was used for")."""
BE = vocabulary(
    "is are was were be being remains became serves served serving acts acted acting works worked functions"
)
HEDGES = vocabulary(
    "a an the one of as considered used regarded known treated classified essentially basically simply just really "
    "actually also typically usually popular common widely well classic classical standard simple type types kind kinds "
    "form forms example examples sort very most best powerful good great robust modern basic another called which that "
    "family new state art fast efficient open source scalable lightweight famous my favourite favorite main primary "
    "preferred own first strong typical usual true real prime nice intuitive elegant flexible accurate precise fast cheap easy reliable beautiful clever mature proven established small large big tiny huge little old handy useful suitable underlying parameter parameters billion our my their your go-to second third faster newer better stronger larger smaller simpler lighter older cheaper every any all these those many few couple two three four five several particular certain both them"
)
"""Between "M is" and the category ("is one of the most popular supervised ...")."""
MODIFIERS = vocabulary(
    "basic classical classic traditional conventional standard different various popular common modern advanced simple "
    "powerful multiple ml ai custom new learning based driven core complex key fundamental both existing data predictive "
    "statistical robust efficient industry production pretrained tuned trained fine optimized two three some intermediate "
    "own scalable hybrid"
)
"""Within a head, or before a member."""
CLOSERS = vocabulary(
    ', . ; : ) ( - " / for to in on with by from of that which who whose used using where because so as trained when made '
    "while is was are were and or but since than at via based it we i then also into due over under after before within "
    "across during if through without not both capable able running whenever only here too itself there instead eg such "
    "like including unlike rather alongside behind around between above below per against about among along pre fine has have had can could does do did will would throughout available daily today once every each now next most best ever again together there's since ago made trusted "
    "needs requires learns understands gives finds makes takes reads keeps fits works suits handles"
)
"""What may follow a head that is the whole of its noun phrase; another word may be the true noun ("LLM framework")."""
PURPOSE = vocabulary(
    "to for that which who as in on through when because so into against helps helped lets enabled enables allowed with "
    "can could will would gave give gives captures capture captured provides provided learns learned learnt keeps kept "
    "preserves preserved produces produced yields yielded makes made creates created reads read attends uses used does "
    "did is was are were being turned turns adds added has have trained"
)
"""Between a tool and its task ("K-means to predict ...")."""
MEANS = vocabulary(
    "using with via through by from employing applying leveraging utilizing utilising relying thanks on of in exploiting "
    "adopting involving is was were are running fitting training used uses use so therefore hence thus : ("
)
"""Between a task and its tool ("rents predicted by K-means")."""
PARTING = vocabulary(
    "; but while whereas then before after instead followed plus later although though however afterwards unless "
    "once prior alongside besides versus vs next not no than without otherwise unlike never nor neither cannot can't isn't "
    "aren't wasn't don't doesn't didn't why warning noting cautioning exported converted served deployed serving exporting hosted rather"
)
"""Words that begin another thought, or set one thing against another."""
DENIALS = vocabulary(
    "not no never without cannot can't isn't aren't wasn't weren't don't doesn't didn't nor neither instead rather unlike but "
    "whereas while"
)
"""Words that deny or set apart, wherever they stand in a claim."""
GOES_ON = vocabulary(
    "which that used using to for in with as where who whose is was being trained so therefore hence by via "
    "fed applied through"
)
"""Behind a comma: the clause goes on."""
BORROWED = vocabulary(
    "features feature clusters cluster labels label centroids embeddings embedding vectors vector scores score output outputs "
    "assignments distances distance baseline baselines initialization initialisation init preprocessing step steps "
    "segments groups centers centres components weights plots plot projections ids encoder backbone tokens tokenizer "
    "outcomes results result head layer layers stage residuals leaves importances importance index indexes integration "
    "community docs documentation course 's api connector plugin wrapper support pipeline pipelines app"
)
"""Behind a member: it only lends its name to another thing ("K-means features")."""
LENT = vocabulary(
    "features feature clusters segments labels embeddings scores ids assignments distances baseline"
)
"""The same behind the tool of a task, where it may be an actor too ("KNN centroids were recomputed")."""
