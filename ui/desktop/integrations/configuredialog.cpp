#include "configuredialog.h"

#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/owntermstable.h"
#include "ui/desktop/questiondialog.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tiles.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// As high as the page that is shown, so that a short one does not scroll because of a long one.
class PageStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return page()->sizeHint(); }
    QSize minimumSizeHint() const override { return page()->minimumSizeHint(); }
    bool hasHeightForWidth() const override { return page()->hasHeightForWidth(); }
    int heightForWidth(int width) const override { return page()->heightForWidth(width); }

private:
    const QWidget *page() const { return currentWidget(); }
};

} // namespace

ConfigureDialog::ConfigureDialog(const engine::IntegrationSummary &summary, const QDate &today,
                                 const QDateTime &now, IntegrationsBackend *backend,
                                 QWidget *parent)
    : Dialog(parent)
    , m_summary(summary)
    , m_before(summary.integration)
    , m_today(today)
    , m_now(now)
    , m_backend(backend)
    , m_catalogue(backend->catalogue())
    , m_tabs(new QTabBar(this))
    , m_pages(new PageStack)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Configure %1").arg(m_before.name));
    setHeader(makeHead());
    m_tabs->setAccessibleName(tr("Parts of the configuration"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    setHeader(m_tabs);
    addTab(tr("General"), makeGeneral());
    addTab(tr("Models && prices"), makeModels());
    addTab(tr("Limits"), makeLimits());
    addTab(tr("Advanced"), makeAdvanced());
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        m_pages->updateGeometry();
    });
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_pages);
    setContent(content);

    QPushButton *remove = addButton(tr("Remove…"), ButtonKind::DangerText, Side::Left);
    QPushButton *toggle = addButton(m_before.enabled ? tr("Disable") : tr("Enable"),
                                    ButtonKind::Secondary, Side::Left);
    QPushButton *cancel = addButton(tr("Cancel"));
    m_save = addButton(tr("Save"), ButtonKind::Primary);
    setDefaultButton(m_save);
    connect(remove, &QPushButton::clicked, this, [this] {
        Dialog::reject();
        Q_EMIT removeRequested();
    });
    connect(toggle, &QPushButton::clicked, this, [this] {
        Dialog::reject();
        Q_EMIT toggleRequested();
    });
    connect(cancel, &QPushButton::clicked, this, &ConfigureDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConfigureDialog::save);
    setMinimumSize(680, 480);
    resizeForText({860, 640});
    m_backend->modelsThisMonth(m_before.id, this,
                               [this](Result<QList<engine::ServiceTotal>> models) {
                                   if (models)
                                       fillMonth(*models);
                               });
    m_backend->modelChoices(m_before.id, this, [this](Result<QList<engine::ModelChoice>> choices) {
        if (choices && !choices->isEmpty())
            fillModels(*choices);
    });
    adapt();
    m_name->setFocus();
}

void ConfigureDialog::addTab(const QString &title, QWidget *page)
{
    m_tabs->addTab(title);
    m_pages->addWidget(page);
}

QWidget *ConfigureDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(12);
    row->addWidget(new ProviderTile(m_before.service, 44, head));
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *name = new ElidedLabel(m_before.name, TextStyle::Heading, Token::TextPrimary, head);
    name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    first->addWidget(name);
    first->addWidget(
        new StatusPill(statusOf(m_summary.health), words::healthWord(m_summary.health), head));
    first->addStretch(1);
    names->addLayout(first);
    QStringList facts{tr("Added %1").arg(words::longDate(m_before.addedAt.toLocalTime().date()))};
    facts += m_before.lastUsedAt
        ? tr("last used %1").arg(words::momentInSentence(*m_before.lastUsedAt, m_now))
        : tr("not used yet");
    if (m_summary.typicalFirstToken)
        facts += tr("answers in %1").arg(words::duration(*m_summary.typicalFirstToken));
    names->addWidget(
        new ElidedLabel(facts.join(u" · "_s), TextStyle::Small, Token::TextMuted, head));
    row->addLayout(names, 1);
    auto *sum = new QVBoxLayout;
    sum->setSpacing(0);
    auto *caption = new TextLabel(tr("This Month:"), TextStyle::Small, Token::TextMuted, head);
    caption->setAlignment(Qt::AlignRight);
    auto *amount = new MoneyLabel({}, TextStyle::Title, Token::TextPrimary, head);
    amount->setAmount(words::money(m_summary.thisMonth), words::spokenMoney(m_summary.thisMonth));
    sum->addWidget(caption);
    sum->addWidget(amount);
    row->addLayout(sum);
    return head;
}

Integration ConfigureDialog::edited() const
{
    Integration changed = m_before;
    changed.name = m_name->text().trimmed();
    changed.model = m_model->currentText().trimmed();
    changed.automaticRouting = m_automatic->isChecked();
    changed.allowFallback = m_fallback->isChecked();
    changed.monthlyLimit = m_limit->limit();
    changed.limitAction = m_limit->action();
    changed.warnAtPercent = m_warn->value();
    changed.firstByteTimeout = std::chrono::seconds(m_wait->value());
    if (const auto url = checkedBaseUrl(m_baseUrl->text().trimmed()))
        changed.baseUrl = *url;
    changed.connection = m_connection->policy();
    if (m_prices)
        readPrices(&changed.terms);
    return changed;
}

bool ConfigureDialog::hasChanges() const
{
    const Integration changed = edited();
    return changed.name != m_before.name || changed.model != m_before.model
        || changed.automaticRouting != m_before.automaticRouting
        || changed.allowFallback != m_before.allowFallback
        || changed.monthlyLimit != m_before.monthlyLimit
        || (changed.monthlyLimit && changed.limitAction != m_before.limitAction)
        || changed.warnAtPercent != m_before.warnAtPercent
        || changed.firstByteTimeout != m_before.firstByteTimeout
        || changed.connection != m_before.connection || changed.baseUrl != m_before.baseUrl
        || changed.terms != m_before.terms;
}

void ConfigureDialog::adapt()
{
    if (!m_save)
        return;
    const auto url = checkedBaseUrl(m_baseUrl->text().trimmed());
    setErrorState(m_baseUrl, !url);
    const bool moved = url && *url != m_before.baseUrl;
    const bool keyed = m_before.keySource != KeySource::None;
    m_urlProblem->setVisible(!url || (moved && keyed));
    if (!url)
        m_urlProblem->setText(words::errorWords(url.error()).sentence());
    else if (moved && keyed)
        m_urlProblem->setText(
            tr("A key belongs to one address. Enter it again under General to use it at "
               "the new one."));
    if (moved && keyed && m_newKey->isHidden()) {
        m_newKey->show();
        m_replace->setText(tr("Use this key"));
    }
    OwnTerms terms;
    const bool pricesGood = !m_prices || readPrices(&terms);
    const QString problem = m_ownTerms->problem();
    m_priceProblem->setText(problem.isEmpty()
                                ? tr("A price is a number of dollars with at most six decimals, "
                                     "such as 2.50, for both directions.")
                                : problem);
    m_priceProblem->setVisible(!pricesGood);
    const bool nameGood = !m_name->text().trimmed().isEmpty();
    setErrorState(m_name, !nameGood);
    const bool keyGood = !moved || !keyed || !m_newKey->isEmpty();
    m_save->setEnabled(!m_busy && url && m_connection->isValid() && pricesGood && nameGood
                       && keyGood && m_limit->isValid());
    showUsed();
}

void ConfigureDialog::save()
{
    if (!m_save->isEnabled())
        return;
    m_busy = true;
    const Integration changed = edited();
    if (changed.baseUrl != m_before.baseUrl && changed.connection != m_before.connection)
        return saveConnection(changed.connection);
    if (changed.baseUrl != m_before.baseUrl)
        return saveAddress(changed);
    m_backend->update(changed, this, [this](Result<Done> result) {
        m_busy = false;
        if (!result)
            return showProblem(result.error());
        finish();
    });
}

/// First, so that the new address is tried by the new way.
void ConfigureDialog::saveConnection(const ConnectionPolicy &connection)
{
    Integration connected = m_before;
    connected.connection = connection;
    m_backend->update(connected, this, [this, connection](Result<Done> result) {
        m_busy = false;
        if (!result)
            return showProblem(result.error());
        m_before.connection = connection;
        save();
    });
}

void ConfigureDialog::saveAddress(const Integration &changed)
{
    const auto then = [this, changed](Result<Done> result) {
        if (!result) {
            m_busy = false;
            return showProblem(result.error());
        }
        m_before.baseUrl = changed.baseUrl;
        m_backend->update(changed, this, [this](Result<Done> updated) {
            m_busy = false;
            if (!updated)
                return showProblem(updated.error());
            finish();
        });
    };
    m_backend->changeBaseUrl(m_before.id, changed.baseUrl.toString(), m_newKey->secret(), true,
                             this, then);
}

void ConfigureDialog::finish()
{
    m_newKey->edit()->clear();
    Q_EMIT saved();
    accept();
}

void ConfigureDialog::showProblem(const Error &error)
{
    words::ErrorFacts facts;
    facts.serviceName = m_summary.serviceName;
    facts.integrationName = m_name->text().trimmed();
    facts.keyTail = m_before.keyTail;
    facts.host = m_before.baseUrl.host();
    facts.local = m_summary.local;
    facts.newKey = !m_newKey->isEmpty();
    facts.keyLength = static_cast<int>(m_newKey->edit()->buffer().length());
    facts.usualKeyLength = service() ? service()->keyLength : 0;
    const auto message = words::errorWords(error, facts);
    m_tabs->setCurrentIndex(0);
    m_result->show(error.kind() == Error::Kind::Auth ? Status::Down : Status::Degraded,
                   message.title, message.text);
    adapt();
}

void ConfigureDialog::focusLimit()
{
    m_limit->toggle()->setChecked(true);
    m_limit->amount()->setFocus(Qt::OtherFocusReason);
    m_limit->amount()->selectAll();
}

void ConfigureDialog::reject()
{
    if (m_busy)
        return;
    if (!hasChanges() && m_newKey->isEmpty()) {
        Dialog::reject();
        return;
    }
    auto *question = new QuestionDialog(tr("Keep your changes to %1?").arg(m_before.name), this);
    question->addAnswer(u"stay"_s, tr("Stay"));
    question->addAnswer(u"throw"_s, tr("Throw away"));
    question->addAnswer(u"save"_s, tr("Save"), ButtonKind::Primary);
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer == u"throw"_s)
            Dialog::reject();
        else if (answer == u"save"_s)
            save();
    });
    question->open();
}

void ConfigureDialog::resizeEvent(QResizeEvent *event)
{
    Dialog::resizeEvent(event);
    m_general->setDirection(width() < forText(800) ? QBoxLayout::TopToBottom
                                                   : QBoxLayout::LeftToRight);
}

void ConfigureDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save))
        save();
    else
        Dialog::keyPressEvent(event);
}

} // namespace keyway
