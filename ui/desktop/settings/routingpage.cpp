#include "routingpage.h"

#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/strategycards.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tiles.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int ScoreWidth = 120;
constexpr int NotRated = -1, LongestPause = 3600;
/// What the list beside a service says, in its order.
enum Wish { MayBeAsked, OnlyThis, Never };

bool contains(const QStringList &names, const QString &name)
{
    return names.contains(name, Qt::CaseInsensitive);
}

Wish wishOf(const routing::Wishes &wishes, const QString &name)
{
    return contains(wishes.ignore, name) ? Never
        : contains(wishes.only, name)    ? OnlyThis
                                         : MayBeAsked;
}

void removeFrom(QStringList &names, const QString &name)
{
    names.removeIf(
        [&name](const QString &one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
}

QString priceText(Money price)
{
    constexpr qint64 picoPerNano = 1000;
    return words::priceEach(Price::fromPico(price.nano() * picoPerNano));
}

} // namespace

RoutingPage::RoutingPage(QWidget *parent)
    : SectionPage(parent)
    , m_banner(new Banner(Banner::Level::Error, this))
{
    auto *header = new PageHeader(tr("Routing"), this);
    m_reset = header->addSecondary(tr("Reset these"));
    connect(m_reset, &QPushButton::clicked, this, &RoutingPage::resetRequested);
    setParts(header, makeContent());
    setValue({});
}

QWidget *RoutingPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(22);
    column->addWidget(m_banner);
    m_banner->hide();

    auto *choice = new QVBoxLayout;
    choice->setSpacing(7);
    auto *heading
        = new TextLabel(tr("Choose a service by"), TextStyle::Body, Token::TextPrimary, content);
    heading->setWeight(QFont::DemiBold);
    heading->setIndent(2);
    choice->addWidget(heading);
    m_strategies = new StrategyCards(content);
    m_strategies->setAccessibleName(heading->text());
    choice->addWidget(m_strategies);
    column->addLayout(choice);
    connect(m_strategies, &StrategyCards::chosen, this, [this](Strategy strategy) {
        change([strategy](engine::RoutingSettings &settings) { settings.strategy = strategy; });
    });

    m_services = new SettingGroup(tr("Services in your order"), content);
    m_nobody = m_services->addRow(tr("There is no service yet."));
    m_nobody->setExplanation(tr("Add one in My Integrations. Its order is the one that routing "
                                "goes by."));
    m_others = new SettingGroup(tr("Other wishes"), content);
    makeRules();
    for (SettingGroup *group : {m_services, m_others, makeVotes(), m_rules, m_failing})
        column->addWidget(group);
    column->addStretch(1);
    return content;
}

SettingGroup *RoutingPage::makeVotes()
{
    auto *group = new SettingGroup(tr("Answers compared side by side"), this);
    m_votes = group->addRow(tr("Your comparisons"));
    m_forget = new QPushButton(tr("Forget them"), m_votes);
    m_forget->setAccessibleName(tr("Forget your comparisons"));
    m_votes->addControl(m_forget);
    connect(m_forget, &QPushButton::clicked, this, &RoutingPage::forgetRequested);
    return group;
}

void RoutingPage::showVotes()
{
    const int count = static_cast<int>(m_value.comparisons);
    m_votes->setExplanation(
        count == 0 ? tr("None yet. Compare models in Prompts, and the answers you keep shift the "
                        "quality of their models for you.")
                   : tr("%n comparison(s) shift the quality of the models by up to %1 points, for "
                        "you and on this computer alone.",
                        nullptr, count)
                         .arg(routing::mostVotedPoints));
    m_forget->setEnabled(count > 0);
}

/// The quality of a model where the user gives it none.
QString RoutingPage::scoreByOthers(const RoutingValue::Service &service) const
{
    if (!service.quality)
        return tr("not rated");
    const auto votes = m_value.votes.constFind(service.qualityKey());
    if (votes == m_value.votes.cend())
        return tr("%1 by the list").arg(*service.quality);
    return tr("%1 by votes").arg(std::clamp(*service.quality + votes->points, 0, 100));
}

void RoutingPage::makeRules()
{
    m_rules = new SettingGroup(tr("For every prompt"), this);
    m_priceRow = m_rules->addRow(tr("Highest price of one attempt"));
    m_priceRow->setExplanation(tr("Who could cost more, even at the worst, is left out; long "
                                  "answers are shortened to it."));
    m_priceOn = new Switch(m_priceRow);
    m_priceOn->setAccessibleName(m_priceRow->title());
    m_priceRow->addControl(m_priceOn);
    m_price = new QLineEdit(m_priceRow);
    m_price->setAccessibleName(tr("Highest price in dollars"));
    m_price->setMaximumWidth(forText(96));
    m_priceRow->addControl(m_price);
    connect(m_priceOn, &QCheckBox::toggled, this, &RoutingPage::choosePrice);
    connect(m_price, &QLineEdit::editingFinished, this, &RoutingPage::choosePrice);

    SettingRow *local = m_rules->addRow(tr("Keep prompts on this computer"));
    local->setExplanation(tr("Only services that run here are asked."));
    m_local = new Switch(local);
    m_local->setAccessibleName(local->title());
    local->addControl(m_local);
    connect(m_local, &QCheckBox::toggled, this, [this](bool on) {
        change([on](engine::RoutingSettings &settings) { settings.wishes.localOnly = on; });
    });

    m_failing = new SettingGroup(tr("When a service fails"), this);
    SettingRow *pause = m_failing->addRow(tr("Leave a failing service out for"));
    pause->setExplanation(tr("After three errors in a row; then one prompt tries it again. Up to "
                             "five times as long where it goes on failing."));
    m_pause = new QSpinBox(pause);
    m_pause->setRange(1, LongestPause);
    m_pause->setSuffix(tr(" s", "seconds behind a number"));
    m_pause->setAccessibleName(pause->title());
    m_pause->setKeyboardTracking(false);
    pause->addControl(m_pause);
    connect(m_pause, &QSpinBox::valueChanged, this, [this](int seconds) {
        change([seconds](engine::RoutingSettings &settings) {
            settings.pause = std::chrono::seconds(seconds);
        });
    });
}

QWidget *RoutingPage::firstFocus() const
{
    return m_strategies->card(m_strategies->strategy());
}

void RoutingPage::change(const std::function<void(engine::RoutingSettings &)> &how)
{
    if (m_showing)
        return;
    engine::RoutingSettings settings = m_value.settings;
    how(settings);
    if (settings == m_value.settings)
        return;
    m_value.settings = settings;
    Q_EMIT settingsChosen(settings);
}

void RoutingPage::setProblem(const words::Message &problem)
{
    m_banner->setMessage(problem.title, problem.text);
    m_banner->setVisible(!problem.title.isEmpty());
}

void RoutingPage::setValue(const RoutingValue &value)
{
    const bool sameRows = value.services == m_value.services && value.votes == m_value.votes
        && value.settings.wishes == m_value.settings.wishes && m_services->rows().size() > 1;
    m_value = value;
    m_showing = true;
    const engine::RoutingSettings &settings = m_value.settings;
    m_strategies->setStrategy(settings.strategy);
    if (!sameRows) { // else somebody may be at one of them
        fillServices();
        fillOthers();
    }
    showVotes();
    const std::optional<Money> &most = settings.wishes.maxPrice;
    m_priceOn->setChecked(most.has_value());
    if (most && !m_price->hasFocus())
        m_price->setText(priceText(*most));
    else if (m_price->text().isEmpty())
        m_price->setText(priceText(Money::fromCents(10)));
    m_price->setEnabled(most.has_value());
    m_local->setChecked(settings.wishes.localOnly);
    m_pause->setValue(static_cast<int>(settings.pause.count()));
    m_reset->setEnabled(settings != engine::RoutingSettings());
    m_showing = false;
}

void RoutingPage::choosePrice()
{
    if (m_showing)
        return;
    const bool on = m_priceOn->isChecked();
    m_price->setEnabled(on);
    const std::optional<Money> price = words::parsePrice(m_price->text());
    const bool wrong = on && !price;
    setErrorState(m_price, wrong);
    m_priceRow->setProblem(wrong ? tr("This is not an amount in dollars.") : QString());
    if (wrong)
        return;
    if (on)
        m_price->setText(priceText(*price));
    change([on, &price](engine::RoutingSettings &settings) {
        settings.wishes.maxPrice = on ? price : std::nullopt;
    });
}

void RoutingPage::fillServices()
{
    const QList<SettingRow *> before = m_services->rows();
    for (SettingRow *row : before) {
        if (row != m_nobody)
            m_services->removeRow(row);
    }
    m_nobody->setVisible(m_value.services.isEmpty());
    for (const RoutingValue::Service &service : std::as_const(m_value.services))
        addService(service);
}

void RoutingPage::addService(const RoutingValue::Service &service)
{
    const routing::Wishes &wishes = m_value.settings.wishes;
    SettingRow *row = m_services->addRow(service.name);
    row->setExplanation(service.enabled ? service.model : tr("%1 · disabled").arg(service.model));
    auto *tile = new ProviderTile(service.service, 28, row);
    tile->setService(service.service, service.serviceName);
    tile->setMuted(!service.enabled);
    row->setMark(tile);

    auto *score = new QSpinBox(row);
    score->setRange(NotRated, 100);
    score->setSpecialValueText(scoreByOthers(service));
    score->setValue(wishes.quality.value(service.qualityKey(), NotRated));
    score->setAccessibleName(tr("Quality of %1, 0 to 100").arg(service.model));
    const auto votes = m_value.votes.constFind(service.qualityKey());
    const QString made = service.quality && votes != m_value.votes.cend()
        ? u'\n' + words::votedWords(*service.quality, *votes)
        : QString();
    score->setToolTip(tr("Your own score of this model, 0 to 100. Below 0: the one of the list.")
                      + made);
    score->setKeyboardTracking(false);
    score->setMinimumWidth(forText(ScoreWidth));
    row->addControl(score);
    connect(score, &QSpinBox::valueChanged, this, [this, key = service.qualityKey()](int points) {
        change([&key, points](engine::RoutingSettings &settings) {
            settings.wishes.quality.remove(key);
            if (points != NotRated)
                settings.wishes.quality.insert(key, points);
        });
    });

    auto *wish = new QComboBox(row);
    wish->addItem(tr("May be asked"));
    wish->addItem(tr("Only this"));
    wish->addItem(tr("Never"));
    wish->setCurrentIndex(wishOf(wishes, service.name));
    wish->setAccessibleName(tr("Whether %1 is asked").arg(service.name));
    row->addControl(wish);
    connect(wish, &QComboBox::currentIndexChanged, this,
            [this, name = service.name](int chosen) { setWish(name, chosen); });
}

void RoutingPage::setWish(const QString &name, int wish)
{
    change([&name, wish](engine::RoutingSettings &settings) {
        removeFrom(settings.wishes.ignore, name);
        removeFrom(settings.wishes.only, name);
        if (wish == Never)
            settings.wishes.ignore.append(name);
        if (wish == OnlyThis)
            settings.wishes.only.append(name);
    });
}

void RoutingPage::addOther(const QString &name, const QString &explanation,
                           const std::function<void(engine::RoutingSettings &)> &takeBack)
{
    SettingRow *row = m_others->addRow(name);
    row->setExplanation(explanation);
    auto *button = new QPushButton(tr("Take back"), row);
    button->setAccessibleName(tr("Take back the wish about %1").arg(name));
    row->addControl(button);
    connect(button, &QPushButton::clicked, this, [this, takeBack] {
        change(takeBack);
        fillOthers();
    });
}

/// Services, models and scores that no integration of the page stands for: the command line takes
/// them, too.
void RoutingPage::fillOthers()
{
    const QList<SettingRow *> before = m_others->rows();
    for (SettingRow *row : before)
        m_others->removeRow(row);
    const routing::Wishes wishes = m_value.settings.wishes;
    const auto isShown = [this](const QString &name) {
        return std::any_of(m_value.services.cbegin(), m_value.services.cend(),
                           [&name](const RoutingValue::Service &service) {
                               return service.name.compare(name, Qt::CaseInsensitive) == 0;
                           });
    };
    const auto take = [](const QString &name) {
        return [name](engine::RoutingSettings &settings) {
            removeFrom(settings.wishes.ignore, name);
            removeFrom(settings.wishes.only, name);
        };
    };
    for (const QString &name : wishes.ignore) {
        if (!isShown(name))
            addOther(name, tr("Never asked"), take(name));
    }
    for (const QString &name : wishes.only) {
        if (!isShown(name))
            addOther(name, tr("Only this is asked"), take(name));
    }
    for (auto it = wishes.quality.cbegin(); it != wishes.quality.cend(); ++it) {
        const bool shown = std::any_of(
            m_value.services.cbegin(), m_value.services.cend(),
            [&it](const RoutingValue::Service &one) { return one.qualityKey() == it.key(); });
        if (!shown)
            addOther(it.key(), tr("Your score: %1").arg(*it),
                     [model = it.key()](engine::RoutingSettings &settings) {
                         settings.wishes.quality.remove(model);
                     });
    }
    m_others->setVisible(!m_others->rows().isEmpty());
}

} // namespace keyway
