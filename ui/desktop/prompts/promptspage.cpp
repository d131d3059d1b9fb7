#include "promptspage.h"

#include "ui/desktop/prompts/answernotice.h"
#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/costpanel.h"
#include "ui/desktop/prompts/detailsstrip.h"
#include "ui/desktop/prompts/parameterspanel.h"
#include "ui/desktop/prompts/sidepickers.h"
#include "ui/desktop/prompts/whypanel.h"
#include "ui/desktop/servicesbanner.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int SideWidth = 274;
constexpr int SideMs = 83; ///< 12 times a second

} // namespace

PromptsPage::PromptsPage(QWidget *parent)
    : Page(parent)
    , m_list(new ConversationList(this))
    , m_middle(new Band(Token::BgSurface, {}, this))
    , m_strip(new DetailsStrip(m_middle))
    , m_banner(new ServicesBanner({}, {20, 10, 20, 0}, m_middle))
    , m_stack(new QStackedLayout)
    , m_messages(new ConversationView(m_middle))
    , m_empty(new EmptyState(u"prompts"_s, m_middle))
    , m_noService(new EmptyState({}, m_middle))
    , m_composer(new Composer(m_middle))
    , m_side(new QScrollArea(this))
    , m_why(new WhyPanel)
    , m_cost(new CostPanel)
    , m_parameters(new ParametersPanel)
{
    setAccessibleName(tr("Prompts"));
    setAcceptDrops(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_middle, 1);
    row->addWidget(makeSide());
    auto *column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_headerBar = makeHeader();
    column->addWidget(m_headerBar);
    column->addWidget(m_strip);
    column->addWidget(bannerSlot());
    column->addWidget(m_banner);
    m_stack->addWidget(m_messages);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noService);
    column->addLayout(m_stack, 1);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(20, 8, 20, 16);
    field->addWidget(m_composer);
    column->addLayout(field);

    m_messages->setServices(&m_services);
    m_noService->setMessage(
        tr("Add your first service"),
        tr("Bring a key you already have, or start with a service that costs nothing."));
    QPushButton *add
        = m_noService->addButton(tr("Add New Integration"), u"plus"_s, ButtonKind::Primary);
    connect(add, &QPushButton::clicked, this, &PromptsPage::addIntegrationRequested);
    m_sideTimer.setSingleShot(true);
    m_sideTimer.setInterval(SideMs);
    connect(&m_sideTimer, &QTimer::timeout, this, &PromptsPage::refreshDetails);

    connect(m_list, &ConversationList::chosen, this, &PromptsPage::conversationChosen);
    connect(m_list, &ConversationList::newRequested, this, [this] {
        openList(false);
        Q_EMIT newRequested();
    });
    connect(m_list, &ConversationList::searchChanged, this, &PromptsPage::searchChanged);
    connect(m_list, &ConversationList::renameRequested, this, &PromptsPage::renameRequested);
    connect(m_list, &ConversationList::deleteRequested, this, &PromptsPage::deleteRequested);
    connect(m_list, &ConversationList::moreRequested, this, &PromptsPage::moreRequested);
    connect(m_list, &ConversationList::activated, this, [this] {
        openList(false);
        m_composer->field()->setFocus();
    });
    connect(m_composer, &Composer::sendRequested, this, &PromptsPage::sendRequested);
    connect(m_composer, &Composer::attachRequested, this, &PromptsPage::chooseFiles);
    connect(m_composer, &Composer::thingsPasted, this, &PromptsPage::take);
    connect(m_composer, &Composer::stopRequested, this, &PromptsPage::stopRequested);
    connect(m_composer, &Composer::changed, this, [this] {
        adaptParameters();
        Q_EMIT draftChanged();
    });
    connect(m_parameters, &ParametersPanel::changed, this, &PromptsPage::draftChanged);
    connect(m_messages, &ConversationView::actionRequested, this, &PromptsPage::takeAction);
    connect(m_strip->button(), &QPushButton::clicked, this, [this] { openSide(!m_sideOpen); });
    connect(m_banner, &ServicesBanner::keychainActionRequested, this,
            &PromptsPage::keychainActionRequested);
    connect(m_banner, &ServicesBanner::integrationActionRequested, this,
            &PromptsPage::integrationActionRequested);
    makeActions();
    makeComparing();
    setConversation({}, {});
    arrange();
}

QWidget *PromptsPage::makeHeader()
{
    auto *bar = new Band(Token::BgSurface, Qt::BottomEdge, m_middle);
    bar->setAccessibleName(tr("Conversation"));
    m_listButton = iconButton(u"menu"_s, tr("Conversations"), ButtonKind::Secondary, bar);
    m_title = new ElidedLabel({}, TextStyle::Heading, Token::TextPrimary, bar);
    m_subtitle = new ElidedLabel({}, TextStyle::Small, Token::TextSecondary, bar);
    m_more = iconButton(u"more"_s, tr("More for this conversation"), ButtonKind::Ghost, bar);
    m_more->setToolTip(tr("More"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 10, 20, 10);
    row->setSpacing(10);
    row->addWidget(m_listButton);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    m_compare = new CompareBar(bar);
    row->addWidget(m_compare);
    row->addWidget(m_more);
    bar->setMinimumHeight(60);
    connect(m_listButton, &QToolButton::clicked, this, [this] { openList(!m_listOpen); });
    connect(m_more, &QToolButton::clicked, this, &PromptsPage::showHeaderMenu);
    return bar;
}

QWidget *PromptsPage::makeSide()
{
    auto *content = new Band(Token::BgWindow, Qt::LeftEdge);
    content->setAccessibleName(tr("Details of the answer"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_why);
    m_costLine = new Divider(Qt::Horizontal, content);
    column->addWidget(m_costLine);
    column->addWidget(m_cost);
    column->addWidget(new Divider(Qt::Horizontal, content));
    column->addWidget(m_parameters);
    column->addStretch(1);
    m_side->setWidget(content);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setFixedWidth(forText(SideWidth));
    m_side->setAccessibleName(tr("Details of the answer"));
    return m_side;
}

Banner *PromptsPage::banner() const
{
    return m_banner->banner();
}

void PromptsPage::setServices(const ServicesValue &services)
{
    m_services = services;
    m_composer->setServices(m_services);
    adaptEmpty();
    adaptParameters();
    m_banner->setServices(m_services);
    refreshDetails();
}

void PromptsPage::adaptEmpty()
{
    const bool usable = std::any_of(
        m_services.integrations.begin(), m_services.integrations.end(),
        [](const engine::IntegrationSummary &summary) { return summary.integration.enabled; });
    QWidget *wanted = !m_conversation.messages.isEmpty() ? static_cast<QWidget *>(m_messages)
        : usable                                         ? m_empty
                                                         : m_noService;
    m_stack->setCurrentWidget(wanted);
    m_composer->setSendable(usable);
}

void PromptsPage::adaptParameters()
{
    // Where any service may be asked, the first in order decides.
    const auto chosen = m_composer->integration();
    bool takes = false;
    for (const engine::IntegrationSummary &summary : m_services.integrations) {
        const Integration &integration = summary.integration;
        if (chosen ? integration.id != *chosen : !integration.enabled)
            continue;
        const QString model
            = m_composer->model().isEmpty() ? integration.model : m_composer->model();
        takes = m_services.takes(integration.service, model, u"temperature"_s);
        break;
    }
    m_parameters->setTakesTemperature(takes);
}

void PromptsPage::setConversations(const QList<Conversation> &conversations, bool more,
                                   const QDateTime &now)
{
    m_list->setConversations(conversations, more, now);
}

void PromptsPage::setHits(const std::optional<QList<ConversationHit>> &hits)
{
    m_list->setHits(hits);
}

void PromptsPage::setConversation(const ConversationValue &conversation, const QDateTime &now)
{
    setHeader(conversation);
    m_conversation = conversation;
    m_list->setCurrent(conversation.id);
    m_messages->setMessages(conversation.messages, now);
    m_composer->setFollowUp(!conversation.messages.isEmpty());
    QString lastPrompt;
    AnswerValue last;
    for (const MessageValue &message : conversation.messages) {
        if (message.prompt)
            lastPrompt = *message.prompt;
        else if (message.isAnswer())
            last = message.answer;
        else
            last = message.comparison.followed() ? *message.comparison.followed() : AnswerValue();
    }
    m_composer->setLastPrompt(lastPrompt);
    const ComparisonValue *comparison = conversation.lastComparison();
    m_composer->setRunning(comparison ? comparison->isRunning()
                                      : last.isRunning() && !last.messageId.isNull());
    adaptEmpty();
    adaptComparing();
    setDetails(last);
}

void PromptsPage::setHeader(const ConversationValue &conversation)
{
    m_conversation.id = conversation.id;
    m_conversation.title = conversation.title;
    m_title->setText(conversation.title.isEmpty() ? tr("New conversation") : conversation.title);
    const int answers = conversation.answers();
    const ComparisonValue *comparison = conversation.lastComparison();
    m_subtitle->setText(
        comparison && !comparison->kept()
            ? tr("The same prompt to %n models. All answers are kept until you choose one.",
                 nullptr, int(comparison->sides.size()))
            : answers == 0 ? tr("kept on this computer")
            : conversation.total.isZero()
            ? tr("%n answer(s) · kept on this computer", nullptr, answers)
            : tr("%n answer(s) · %1 so far · kept on this computer", nullptr, answers)
                  .arg(words::requestMoney(conversation.total)));
    m_more->setVisible(conversation.id.has_value());
}

void PromptsPage::addMessage(const MessageValue &message, const QDateTime &now)
{
    m_conversation.messages.append(message);
    m_messages->addMessage(message, now);
    if (message.prompt)
        m_composer->setLastPrompt(*message.prompt);
    else if (message.isAnswer())
        updateAnswer(message.answer, now);
    else
        updateComparison(int(m_conversation.messages.size()) - 1, message.comparison, now);
    m_composer->setFollowUp(true);
    adaptEmpty();
}

void PromptsPage::updateAnswer(const AnswerValue &answer, const QDateTime &now)
{
    m_messages->updateLast(answer, now);
    m_composer->setRunning(answer.isRunning());
    m_shown = answer;
    if (!answer.isRunning())
        refreshDetails();
    else if (!m_sideTimer.isActive())
        m_sideTimer.start();
}

void PromptsPage::updateEarlier(int message, const AnswerValue &answer, const QDateTime &now)
{
    m_messages->updateAnswer(message, answer, now);
}

void PromptsPage::setNow(const QDateTime &now)
{
    m_messages->setNow(now);
}

void PromptsPage::setDetails(const AnswerValue &answer)
{
    m_shown = answer;
    refreshDetails();
}

void PromptsPage::refreshDetails()
{
    m_sideTimer.stop();
    const bool any = m_shown.plan.has_value() || !m_shown.attempts.isEmpty();
    if (!m_side->isHidden())
        m_why->setAnswer(m_shown, m_services);
    CostLines lines;
    const bool nothing = m_shown.state == AnswerValue::State::Failed && m_shown.costKnown()
        && m_shown.total().isZero();
    const bool cost = !m_shown.attempts.isEmpty() && !nothing;
    if (cost) {
        lines = costLines(m_shown, m_services);
        if (!m_side->isHidden())
            m_cost->setLines(lines);
    }
    m_cost->setVisible(cost);
    m_costLine->setVisible(cost);
    if (any && m_shown.plan)
        m_strip->setLine(tr("%1:").arg(words::strategyWord(m_shown.plan->strategy)),
                         whySentence(m_shown), lines.total.label, lines.total.amount,
                         lines.total.spoken);
    else
        m_strip->setLine(tr("Why this service"), {}, {}, {}, {});
}

void PromptsPage::setEstimate(const QString &text, const QString &spoken, const QString &why)
{
    m_composer->setEstimate(text, spoken, why);
}

PromptDraft PromptsPage::draft() const
{
    PromptDraft draft;
    draft.text = m_composer->text();
    draft.files = m_composer->files();
    draft.strategy = m_composer->strategy();
    draft.integration = m_composer->integration();
    draft.model = m_composer->model();
    if (draft.integration) {
        if (const auto *summary = m_services.integration(*draft.integration))
            draft.service = summary->integration.service;
    }
    draft.compare = m_composer->isComparing();
    draft.sides = m_composer->sides()->sides();
    draft.maxTokens = m_parameters->maxTokens();
    draft.temperature = m_parameters->temperature();
    draft.instructions = m_parameters->instructions();
    return draft;
}

void PromptsPage::setDraft(const PromptDraft &draft)
{
    m_composer->setText(draft.text);
    m_composer->setFiles(draft.files);
    m_composer->setStrategy(draft.strategy);
    m_composer->choose(draft.integration, draft.model);
    m_composer->sides()->setSides(draft.sides);
    m_compare->setComparing(draft.compare);
    m_parameters->setDraft(draft);
}

QWidget *PromptsPage::firstFocus() const
{
    return m_composer->field();
}

QList<QWidget *> PromptsPage::regions() const
{
    QList<QWidget *> parts;
    for (QWidget *part :
         {static_cast<QWidget *>(m_list), m_headerBar, static_cast<QWidget *>(m_messages),
          static_cast<QWidget *>(m_composer), static_cast<QWidget *>(m_side)}) {
        if (part->isVisible())
            parts.append(part);
    }
    return parts;
}

} // namespace keyway
