#include "studioform.h"

#include "ui/desktop/promptfield.h"
#include "ui/desktop/strategybox.h"
#include "ui/desktop/studio/inputrows.h"
#include "ui/desktop/studio/optionrows.h"
#include "ui/desktop/studio/pricepanel.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Side = 20;
constexpr int Ring = 3; ///< room for the rings around buttons at the edge
constexpr int LabelWidth = 76;
constexpr int PromptHeight = 118, AvoidHeight = 58;
constexpr int ModelRole = Qt::UserRole + 1;
constexpr int MostHistory = 15;
constexpr int HistoryCharacters = 60;

} // namespace

StudioForm::StudioForm(QWidget *parent)
    : QWidget(parent)
    , m_kind(new SegmentedControl(this))
    , m_historyButton(new QPushButton(tr("Prompt history"), this))
    , m_scroll(new ScrollPage(this))
    , m_prompt(new PromptField)
    , m_counter(new TextLabel({}, TextStyle::Small, Token::TextMuted))
    , m_avoidButton(new QPushButton(tr("Add what to avoid")))
    , m_avoid(new QPlainTextEdit)
    , m_strategy(new StrategyBox(this))
    , m_service(new QComboBox)
    , m_options(new OptionRows(LabelWidth))
    , m_inputs(new InputRows(LabelWidth))
    , m_price(new PricePanel(this))
    , m_add(new QPushButton(tr("Add New Integration"), this))
    , m_generate(new QPushButton(this))
{
    setAccessibleName(tr("What is to be made"));
    m_kind->addSegment(tr("Image"), u"studio"_s);
    m_kind->addSegment(tr("Video"), u"video"_s);
    m_kind->setAccessibleName(tr("Kind"));
    setKind(m_historyButton, ButtonKind::Link);
    setKind(m_add, ButtonKind::Secondary);
    m_add->setIcon(themeOf(this).icon(u"plus"_s));
    m_add->hide();
    m_scroll->setAccessibleName(tr("What is to be made"));
    m_scroll->setWidget(makeFields());
    m_scroll->setMargins({Side - Ring, 0, Side - Ring, 0});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 13);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Side, 0, Side, 2);
    head->addWidget(m_kind);
    head->addStretch(1);
    head->addWidget(m_historyButton);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Side, 0, Side, 0);
    foot->setSpacing(8);
    foot->addWidget(m_price);
    foot->addWidget(m_add);
    foot->addWidget(m_generate);
    column->addLayout(foot);

    connect(m_kind, &SegmentedControl::currentChanged, this, [this] {
        m_routedService.clear();
        fillServices();
        adapt();
        Q_EMIT changed();
    });
    connect(m_historyButton, &QPushButton::clicked, this, &StudioForm::showHistory);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_prompt, &PromptField::thingsPasted, this, &StudioForm::thingsPasted);
    connect(m_avoidButton, &QPushButton::clicked, this, [this] {
        const bool show = m_avoid->isHidden();
        if (!show)
            m_avoid->clear();
        showAvoid(show);
        (show ? static_cast<QWidget *>(m_avoid) : m_avoidButton)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_avoid, &QPlainTextEdit::textChanged, this, &StudioForm::changed);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &StudioForm::changed);
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_options, &OptionRows::changed, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_inputs, &InputRows::changed, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_inputs, &InputRows::fileWanted, this, &StudioForm::fileWanted);
    connect(m_generate, &QPushButton::clicked, this, &StudioForm::generateRequested);
    connect(m_add, &QPushButton::clicked, this, &StudioForm::addIntegrationRequested);
    setPrimaryFilled(true);
    fillServices();
    adapt();
}

QWidget *StudioForm::makeFields()
{
    auto *fields = new QWidget;
    auto *all = new QVBoxLayout(fields);
    all->setSpacing(4);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(Ring, 0, Ring, 0);
    column->setSpacing(4);
    all->addLayout(column);
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setFixedHeight(PromptHeight);
    column->addWidget(m_prompt);
    auto *below = new QHBoxLayout;
    below->addWidget(m_counter, 1);
    setKind(m_avoidButton, ButtonKind::Link);
    below->addWidget(m_avoidButton);
    column->addLayout(below);
    m_avoid->setAccessibleName(tr("What to avoid"));
    m_avoid->setPlaceholderText(tr("What must not be in it"));
    m_avoid->setTabChangesFocus(true);
    m_avoid->setFixedHeight(AvoidHeight);
    m_avoid->hide();
    column->addWidget(m_avoid);
    column->addSpacing(2);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, LabelWidth);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &label, QComboBox *box) {
        auto *text = new TextLabel(label, TextStyle::Body, Token::TextSecondary, fields);
        text->setMinimumWidth(LabelWidth);
        text->setBuddy(box);
        box->setAccessibleName(label);
        box->setMinimumContentsLength(6);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const int row = grid->rowCount();
        grid->addWidget(text, row, 0);
        grid->addWidget(box, row, 1);
    };
    add(tr("Routing"), m_strategy);
    add(tr("Service"), m_service);
    column->addLayout(grid);
    all->addWidget(m_options);
    all->addWidget(m_inputs);
    all->addStretch(1);
    return fields;
}

void StudioForm::setServices(const ServicesValue &services, const QDate &today)
{
    m_services = services;
    m_today = today;
    m_strategy->setUsual(services.strategy);
    fillServices();
    adapt();
}

void StudioForm::fillServices()
{
    const QList<Maker> makers = makersOf(m_services, type(), m_today);
    m_anyMaker = !makers.isEmpty();
    // The list may be open; it is made anew only where something is different.
    QStringList offered{nameOf(type())};
    for (const Maker &maker : makers)
        offered += {maker.summary->integration.id.toString(), maker.summary->integration.name,
                    maker.model->id};
    if (offered == m_offered)
        return;
    m_offered = offered;
    const auto before = integration();
    const QString modelBefore = chosenModel();
    const QSignalBlocker quiet(m_service);
    m_service->clear();
    m_service->addItem(tr("Any service"));
    for (const Maker &maker : makers) {
        const Integration &known = maker.summary->integration;
        m_service->addItem(tr("%1 · %2").arg(known.name, maker.model->id), known.id.toString());
        const int row = m_service->count() - 1;
        m_service->setItemData(row, maker.model->id, ModelRole);
        m_service->setItemData(row, maker.model->name, Qt::ToolTipRole);
    }
    choose(before, modelBefore);
}

void StudioForm::choose(const std::optional<Id> &integration, const QString &model)
{
    for (int i = 1; integration && i < m_service->count(); ++i) {
        if (m_service->itemData(i).toString() == integration->toString()
            && m_service->itemData(i, ModelRole).toString() == model) {
            m_service->setCurrentIndex(i);
            return;
        }
    }
    m_service->setCurrentIndex(0);
}

std::optional<Id> StudioForm::integration() const
{
    return Id::fromString(m_service->currentData().toString());
}

QString StudioForm::chosenModel() const
{
    return m_service->currentData(ModelRole).toString();
}

RequestType StudioForm::type() const
{
    return m_kind->current() == 1 ? RequestType::Video : RequestType::Image;
}

const Model *StudioForm::model() const
{
    if (const auto id = integration()) {
        const auto *summary = m_services.integration(*id);
        return summary ? modelOf(m_services, summary->integration.service, chosenModel()) : nullptr;
    }
    if (const Model *routed = modelOf(m_services, m_routedService, m_routedModel);
        routed && routed->types.contains(type()))
        return routed;
    const QList<Maker> makers = makersOf(m_services, type(), m_today);
    return makers.isEmpty() ? nullptr : makers.first().model;
}

void StudioForm::setRouted(const QString &service, const QString &model)
{
    if (service == m_routedService && model == m_routedModel)
        return;
    m_routedService = service;
    m_routedModel = model;
    adapt();
}

void StudioForm::setPrice(const PriceBefore &price)
{
    m_priceBefore = price;
    adapt();
}

void StudioForm::adapt()
{
    if (m_setting)
        return;
    const Model *shown = model();
    {
        const QSignalBlocker quietOptions(m_options);
        const QSignalBlocker quietInputs(m_inputs);
        m_options->setModel(shown, type());
        m_inputs->setModel(shown);
    }
    const bool avoids
        = shown && shown->parameters.contains(u"negative_prompt"_s) && type() == RequestType::Image;
    m_avoidButton->setVisible(avoids);
    m_avoid->setVisible(avoids && (!m_avoid->isHidden() || !m_avoid->toPlainText().isEmpty()));
    m_avoidButton->setText(m_avoid->isHidden() ? tr("Add what to avoid")
                                               : tr("Leave out what to avoid"));
    m_prompt->setPlaceholderText(type() == RequestType::Video
                                     ? tr("Describe a video. You see the price before it is made.")
                                     : tr("Describe a picture. You see the price before it is "
                                          "made."));
    adaptCounter();
    orderStops();
    const StudioDraft now = draft();
    PriceBefore price = m_priceBefore;
    if (!m_anyMaker) {
        price = {};
        price.problem = type() == RequestType::Video ? tr("None of your services makes videos.")
                                                     : tr("None of your services makes images.");
    } else if (const QString problem = formProblem(now, shown); !problem.isEmpty()) {
        price.problem = problem;
    }
    m_add->setVisible(!m_anyMaker);
    m_price->setPrice(price);
    const int pictures = std::clamp(now.count, 1, mostAtOnce(shown, type()));
    m_generate->setText(type() == RequestType::Video
                            ? tr("Generate video")
                            : tr("Generate %n image(s)", nullptr, pictures));
    m_generate->setToolTip(tr("%1 (%2)").arg(
        m_generate->text(), QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText)));
    m_generate->setEnabled(canGenerate());
}

bool StudioForm::canGenerate() const
{
    const Model *shown = model();
    return m_anyMaker && m_priceBefore.problem.isEmpty()
        && !m_prompt->toPlainText().trimmed().isEmpty() && formProblem(draft(), shown).isEmpty();
}

void StudioForm::adaptCounter()
{
    m_counter->setText(
        tr("%n character(s)", nullptr, int(m_prompt->toPlainText().trimmed().size())));
}

/// The fields of a model are made later than what stands below them.
void StudioForm::orderStops()
{
    QList<QWidget *> stops{m_historyButton, m_prompt,   m_avoidButton,
                           m_avoid,         m_strategy, m_service};
    for (const QWidget *part :
         {static_cast<QWidget *>(m_options), static_cast<QWidget *>(m_inputs)}) {
        for (QWidget *child : part->findChildren<QWidget *>()) {
            const bool inside = qobject_cast<QAbstractSpinBox *>(child->parentWidget())
                || qobject_cast<QComboBox *>(child->parentWidget());
            if (child->focusPolicy() & Qt::TabFocus && !child->focusProxy() && !inside
                && child->isVisibleTo(part))
                stops.append(child);
        }
    }
    stops += {m_add, m_generate};
    // A new field may stand where an old one was in memory.
    if (std::equal(stops.cbegin(), stops.cend(), m_stops.cbegin(), m_stops.cend()))
        return;
    m_stops = {stops.cbegin(), stops.cend()};
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops.at(i - 1), stops.at(i));
}

void StudioForm::showAvoid(bool shown)
{
    m_avoid->setVisible(shown);
    adapt();
}

void StudioForm::showHistory()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"history"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &prompt : m_history.mid(0, MostHistory)) {
        QString line = prompt.simplified();
        if (line.size() > HistoryCharacters)
            line = line.left(HistoryCharacters) + u'…';
        menu->addAction(line.replace(u'&', u"&&"_s), this, [this, prompt] {
            m_prompt->setPlainText(prompt);
            m_prompt->moveCursor(QTextCursor::End);
            m_prompt->setFocus(Qt::OtherFocusReason);
        });
    }
    if (m_history.isEmpty())
        menu->addAction(tr("No prompts yet"))->setEnabled(false);
    menu->popup(m_historyButton->mapToGlobal(m_historyButton->rect().bottomLeft()));
}

void StudioForm::setPrimaryFilled(bool filled)
{
    m_primaryFilled = filled;
    setKind(m_generate, filled ? ButtonKind::Primary : ButtonKind::Secondary);
}

StudioDraft StudioForm::draft() const
{
    StudioDraft draft;
    draft.type = type();
    draft.prompt = m_prompt->toPlainText();
    draft.avoid = m_avoid->isHidden() ? QString() : m_avoid->toPlainText();
    draft.strategy = m_strategy->strategy();
    draft.integration = integration();
    if (const auto *summary
        = draft.integration ? m_services.integration(*draft.integration) : nullptr) {
        draft.service = summary->integration.service;
        draft.model = chosenModel();
    }
    draft.options = m_options->values();
    draft.count = m_options->count();
    draft.seed = m_options->seed();
    draft.files = m_inputs->files();
    return draft;
}

void StudioForm::setDraft(const StudioDraft &draft)
{
    {
        m_setting = true;
        const QSignalBlocker quiet(this);
        m_kind->setCurrent(draft.type == RequestType::Video ? 1 : 0);
        m_prompt->setPlainText(draft.prompt);
        m_prompt->moveCursor(QTextCursor::End);
        m_avoid->setPlainText(draft.avoid);
        m_avoid->setVisible(!draft.avoid.isEmpty());
        m_strategy->setStrategy(draft.strategy);
        fillServices();
        choose(draft.integration, draft.model);
        m_options->setValues(draft.options);
        m_options->setCount(draft.count);
        m_options->setSeed(draft.seed);
        m_inputs->setFiles(draft.files);
        m_setting = false;
    }
    adapt();
    Q_EMIT changed();
}

bool StudioForm::chooseTaker()
{
    if (m_inputs->takesPictures())
        return true;
    for (const Maker &maker : makersOf(m_services, type(), m_today)) {
        if (maker.model->input(u"image") || maker.model->input(u"first-frame")) {
            choose(maker.summary->integration.id, maker.model->id);
            return true;
        }
    }
    return false;
}

void StudioForm::addFile(const AttachedFile &file)
{
    m_inputs->add(file);
}

QComboBox *StudioForm::strategyBox() const
{
    return m_strategy;
}

} // namespace keyway
