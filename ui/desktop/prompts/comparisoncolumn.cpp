#include "comparisoncolumn.h"

#include "ui/desktop/prompts/answernotice.h"
#include "ui/desktop/prompts/costlines.h"
#include "ui/desktop/prompts/factsband.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/desktop/prompts/servicemenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/tiles.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

ComparisonColumn::ComparisonColumn(const ServicesValue *services, QWidget *parent)
    : CardFrame(parent)
    , m_services(services)
    , m_tile(new ProviderTile({}, 28, this))
    , m_model(new ElidedLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_integration(new ElidedLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_spinner(new Spinner(14, this))
    , m_change(new QPushButton(tr("Change"), this))
    , m_text(new MarkdownView(this))
    , m_growing(m_text)
    , m_note(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_notice(new AnswerNotice(this))
    , m_facts(new FactsBand(this))
    , m_keep(new QPushButton(tr("Keep this answer"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_kept(new Tag(tr("Kept"), TagTone::Good, this))
    , m_copy(iconButton(u"copy"_s, tr("Copy"), ButtonKind::Ghost, this))
    , m_again(iconButton(u"refresh"_s, tr("Try again"), ButtonKind::Ghost, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Divider(Qt::Horizontal, this));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(14, 12, 14, 12);
    body->setSpacing(8);
    m_note->setWordWrap(true);
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_note),
                          static_cast<QWidget *>(m_notice)})
        body->addWidget(part);
    body->addStretch(1);
    column->addLayout(body, 1);
    column->addWidget(m_facts);
    column->addWidget(makeFoot());
    connect(m_text, &MarkdownView::linkChosen, this, &ComparisonColumn::linkChosen);
    connect(m_notice, &AnswerNotice::actionRequested, this, &ComparisonColumn::take);
}

QWidget *ComparisonColumn::makeHead()
{
    auto *head = new QWidget(this);
    m_model->setWeight(QFont::DemiBold);
    auto *menu = new QMenu(m_change);
    connect(menu, &QMenu::aboutToShow, this, &ComparisonColumn::fillChangeMenu);
    m_change->setMenu(menu);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_model);
    names->addWidget(m_integration);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(8);
    row->addWidget(m_tile);
    row->addLayout(names, 1);
    row->addWidget(m_spinner);
    row->addWidget(m_change);
    head->setMinimumHeight(m_change->sizeHint().height() + 24); // alike while it is hidden
    setTabOrder(m_change, m_text);
    return head;
}

QWidget *ComparisonColumn::makeFoot()
{
    auto *foot = new QWidget(this);
    m_keep->setIcon(themeOf(this).icon(u"check"_s));
    m_keep->setToolTip(tr("The conversation goes on from this answer. Your choice shifts the "
                          "quality of the models, on this computer alone."));
    m_stop->setIcon(themeOf(this).icon(u"stop"_s));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_keep);
    row->addWidget(m_stop);
    row->addWidget(m_kept);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_again);
    connect(m_keep, &QPushButton::clicked, this, [this] { wish(SideWish::What::Keep); });
    connect(m_stop, &QPushButton::clicked, this, [this] { wish(SideWish::What::Stop); });
    connect(m_again, &QToolButton::clicked, this, [this] { wish(SideWish::What::Ask); });
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->plainText()); });
    return foot;
}

void ComparisonColumn::fillChangeMenu()
{
    QMenu *menu = m_change->menu();
    menu->clear();
    addServices(menu, *m_services, this, [this](const Id &integration, const QString &model) {
        ask(integration, model, false);
    });
}

void ComparisonColumn::wish(SideWish::What what)
{
    Q_EMIT wished({what, m_side.asked, false, false});
}

void ComparisonColumn::ask(const Id &integration, const QString &model, bool evenDisabled)
{
    const auto *summary = m_services->integration(integration);
    if (!summary)
        return;
    const Integration &chosen = summary->integration;
    Q_EMIT wished({SideWish::What::Ask,
                   {m_side.asked.place, chosen.id, chosen.name, chosen.service,
                    model.isEmpty() ? chosen.model : model, false},
                   false,
                   evenDisabled});
}

void ComparisonColumn::take(AnswerAction action)
{
    switch (action) {
    case AnswerAction::TryAgain:
        wish(SideWish::What::Ask);
        break;
    case AnswerAction::TryWith:
        m_change->showMenu();
        break;
    case AnswerAction::AskNext:
        Q_EMIT wished({SideWish::What::Ask, m_side.asked, true, false});
        break;
    case AnswerAction::StopHere:
        wish(SideWish::What::StopHere);
        break;
    case AnswerAction::UseDisabled:
        if (const auto *disabled = disabledChoice(m_side.answer, *m_services)) {
            const Id &id = disabled->integration.id;
            ask(id, id == m_side.asked.integration ? m_side.asked.model : QString(), true);
        }
        break;
    case AnswerAction::CopyDetails:
        QGuiApplication::clipboard()->setText(answerDetails(m_side.answer, *m_services));
        break;
    }
}

QString ComparisonColumn::shownName() const
{
    return m_look.covered ? tr("Answer %1", "a letter").arg(QChar(u'A' + m_side.asked.place))
                          : m_side.asked.model;
}

void ComparisonColumn::setSide(const ComparisonValue::Side &side, const Look &look,
                               const QDateTime &now)
{
    const bool ended
        = m_side.answer.isRunning() && !side.answer.isRunning() && !m_side.asked.model.isEmpty();
    m_side = side;
    m_look = look;
    // Of the reasons why a pinned request found nobody, only one is about whom it was pinned to.
    if (m_side.answer.plan) {
        m_side.answer.plan->excluded.removeIf([](const routing::Excluded &excluded) {
            return excluded.reason.code == routing::ReasonCode::NotChosen;
        });
    }
    const AnswerValue &answer = m_side.answer;
    const bool running = answer.isRunning();
    m_growing.show(answer.text, running, !running);
    m_note->setText(endingNote());
    m_note->setVisible(!m_note->text().isEmpty());
    m_notice->setAnswer(answer, *m_services, look.last,
                        look.covered ? tr("%1 failed.").arg(shownName()) : QString());
    showHead();
    showFacts(now);
    showFoot();
    if (ended)
        Q_EMIT announced(answer.state == AnswerValue::State::Failed
                             ? m_notice->accessibleName()
                             : tr("%1 finished: %2").arg(shownName(), m_facts->spokenText()));
}

void ComparisonColumn::setNow(const QDateTime &now)
{
    if (m_side.answer.isRunning())
        showFacts(now);
}

bool ComparisonColumn::isSettled() const
{
    return m_text->isSettled();
}

void ComparisonColumn::showHead()
{
    const engine::ComparedSide &asked = m_side.asked;
    const QString name = shownName();
    m_tile->setVisible(!m_look.covered);
    m_tile->setService(asked.service, m_services->serviceName(asked.service));
    m_model->setText(name);
    m_integration->setText(asked.integrationName);
    m_integration->setVisible(!m_look.covered);
    const bool running = m_side.answer.isRunning();
    if (running != m_spinner->isRunning()) {
        if (running)
            m_spinner->start();
        else
            m_spinner->stop();
    }
    m_spinner->setVisible(running);
    m_spinner->setAccessibleName(tr("Writing"));
    m_change->setVisible(m_look.last && !running && !m_look.covered);
    m_change->setAccessibleName(tr("Ask another model than %1").arg(name));
    setAccessibleName(name);
    m_text->setAccessibleName(running ? tr("Answer of %1, writing").arg(name)
                                      : tr("Answer of %1").arg(name));
}

void ComparisonColumn::showFacts(const QDateTime &now)
{
    if (m_look.covered) {
        m_facts->setSentence(tr("Name, time and cost are told when you keep an answer."));
        return;
    }
    const AnswerValue &answer = m_side.answer;
    const bool running = answer.isRunning();
    const QString none = u"\u2013"_s;
    FactsBand::Fact first{tr("First word"), none, {}, {}};
    const bool whole = answer.state == AnswerValue::State::Complete;
    FactsBand::Fact time{running     ? tr("Writing")
                             : whole ? tr("Finished")
                                     : tr("Ended"),
                         none,
                         {},
                         {}};
    FactsBand::Fact tokens{tr("Tokens"), none, {}, {}};
    FactsBand::Fact cost{tr("Cost with fee"), none, {}, {}};
    const auto soFar = std::max<qint64>(0, answer.startedAt.msecsTo(now));
    if (running && answer.startedAt.isValid())
        time.value = words::duration(std::chrono::milliseconds(soFar));
    if (!answer.attempts.isEmpty()) {
        const AttemptValue &attempt = answer.attempts.last();
        const UsageRecord &record = attempt.record;
        if (record.firstTokenMs)
            first.value = words::duration(std::chrono::milliseconds(*record.firstTokenMs));
        if (!running && record.durationMs > 0)
            time.value = words::duration(std::chrono::milliseconds(record.durationMs));
        const TokenUsage usage = attempt.running ? usageSoFar(attempt) : record.usage;
        if (usage.tokensIn() + usage.tokensOut() > 0)
            tokens.value
                = tr("%1 + %2", "tokens in and out")
                      .arg(words::count(usage.tokensIn()), words::count(usage.tokensOut()));
        const CostLines lines = costLines(answer, *m_services);
        cost.value
            = lines.known ? lines.total.amount : words::requestMoneyOf(CostState::Unknown, {});
        cost.spoken = lines.known ? lines.total.spoken : QString();
    }
    if (m_look.fastest)
        time.tag = m_look.amongMany ? tr("Fastest") : tr("Faster");
    if (m_look.cheapest)
        cost.tag = m_look.amongMany ? tr("Cheapest") : tr("Cheaper");
    m_facts->setFacts({first, time, tokens, cost});
}

void ComparisonColumn::showFoot()
{
    const AnswerValue &answer = m_side.answer;
    const bool running = answer.isRunning();
    const bool kept = m_side.asked.kept;
    const QString name = shownName();
    m_keep->setVisible(!running && !kept && !answer.text.isEmpty());
    m_keep->setAccessibleName(tr("Keep the answer of %1").arg(name));
    m_stop->setVisible(running);
    m_stop->setAccessibleName(tr("Stop the answer of %1").arg(name));
    m_kept->setVisible(kept);
    m_copy->setVisible(!running && !answer.text.isEmpty());
    m_copy->setAccessibleName(tr("Copy the answer of %1").arg(name));
    m_again->setVisible(!running && m_look.last);
    m_again->setAccessibleName(tr("Ask %1 again").arg(name));
}

/// What is said below a text that has no end.
QString ComparisonColumn::endingNote() const
{
    switch (m_side.answer.state) {
    case AnswerValue::State::Stopped:
        return tr("You stopped this answer.");
    case AnswerValue::State::Interrupted:
        return tr("This answer was not written to its end.");
    default:
        return {};
    }
}

} // namespace keyway
