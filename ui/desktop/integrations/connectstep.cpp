#include "connectstep.h"

#include "ui/desktop/integrations/connectaside.h"
#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/keyfield.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/resultline.h"
#include "ui/desktop/integrations/servicegrid.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int LabelWidth = 100;
/// Below this the two columns become one.
constexpr int TwoColumns = 700;

TextLabel *label(const QString &text, QWidget *parent)
{
    auto *words = new TextLabel(text, TextStyle::Body, Token::TextSecondary, parent);
    words->setMinimumWidth(std::max(LabelWidth, words->sizeHint().width()));
    return words;
}

QGridLayout *formGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ConnectStep::ConnectStep(const Service &service, const QString &name, const QDate &today,
                         IntegrationsBackend *backend, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_today(today)
    , m_backend(backend)
    , m_columns(new QHBoxLayout(this))
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(24);
    m_columns->addWidget(makeForm(), 1);
    m_aside = new ConnectAside(service, this);
    m_aside->setFixedWidth(forText(268));
    m_columns->addWidget(m_aside);
    m_name->setText(name);
    m_checker = new KeyChecker(
        backend, [this] { return secret(); }, this);
    m_checker->setService(service);
    connectParts();
    fillModels();
    targetChanged();
    // Where something has to be entered: the address, else the key.
    setFocusProxy(service.baseUrl.isEmpty() ? static_cast<QWidget *>(m_baseUrl)
                      : m_key               ? static_cast<QWidget *>(m_key)
                                            : m_name);
}

QWidget *ConnectStep::makeForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeTitle(form));
    auto *grid = formGrid();
    m_name = new QLineEdit(form);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    grid->addWidget(label(tr("Name"), form), 0, 0);
    grid->addWidget(m_name, 0, 1);
    makeKeyRow(grid, 1, form);
    m_model = new QComboBox(form);
    m_model->setAccessibleName(tr("Default model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->addWidget(label(tr("Default model"), form), 4, 0);
    grid->addWidget(m_model, 4, 1);
    m_limit = new LimitRow(m_today, form);
    grid->addWidget(label(tr("Monthly limit"), form), 5, 0);
    grid->addWidget(m_limit, 5, 1);
    auto *hint
        = new TextLabel(tr("Keyway warns you at 80% and counts the platform fee separately."),
                        TextStyle::Small, Token::TextMuted, form);
    hint->setWordWrap(true);
    grid->addWidget(hint, 6, 1);
    column->addLayout(grid);
    column->addSpacing(4);
    column->addWidget(new Divider(Qt::Horizontal, form));
    m_advanced = new Disclosure(tr("Advanced"), form);
    m_advanced->setContent(makeAdvanced(m_advanced));
    // A service without an address of its own is nothing before one is entered.
    m_advanced->setExpanded(m_service.baseUrl.isEmpty());
    column->addWidget(m_advanced);
    column->addStretch(1);
    return form;
}

QWidget *ConnectStep::makeTitle(QWidget *parent)
{
    auto *title = new QWidget(parent);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 3, 6);
    row->setSpacing(12);
    auto *tile = new ProviderTile(m_service.id, 44, title);
    tile->setService(m_service.id, m_service.name);
    row->addWidget(tile);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(
        new ElidedLabel(m_service.name, TextStyle::Heading, Token::TextPrimary, title));
    const QString host = m_service.baseUrl.host();
    names->addWidget(
        new ElidedLabel(host.isEmpty() ? kindsOf(m_service) : kindsOf(m_service) + u" · "_s + host,
                        TextStyle::Small, Token::TextMuted, title));
    row->addLayout(names, 1);
    auto *another = new QPushButton(tr("Choose another"), title);
    setKind(another, ButtonKind::Link);
    another->setAutoDefault(false);
    another->setFocusPolicy(Qt::ClickFocus); // Back does the same and is a tab stop
    row->addWidget(another);
    connect(another, &QPushButton::clicked, this, &ConnectStep::chooseAnother);
    return title;
}

void ConnectStep::makeKeyRow(QGridLayout *grid, int row, QWidget *parent)
{
    m_result = new ResultLine(parent);
    // An address of one's own may want a key or not.
    if (m_service.needsKey || !m_service.local) {
        m_key = new KeyField(KeyEdit::Kind::Key, tr("API key of %1").arg(m_service.name), parent);
        m_key->edit()->setPrefix(m_service.keyPrefixes.value(0));
        grid->addWidget(label(tr("API key"), parent), row, 0);
        grid->addWidget(m_key, row, 1);
        m_clearClipboard = new QPushButton(tr("Clear the clipboard"), parent);
        setKind(m_clearClipboard, ButtonKind::Link);
        m_clearClipboard->setAutoDefault(false);
        m_clearClipboard->hide();
        grid->addWidget(m_clearClipboard, row + 2, 1, Qt::AlignLeft);
    }
    grid->addWidget(m_result, row + 1, 1);
}

QWidget *ConnectStep::makeAdvanced(QWidget *parent)
{
    auto *advanced = new QWidget(parent);
    auto *grid = formGrid();
    advanced->setLayout(grid);
    grid->setContentsMargins(0, 0, 0, 0);
    m_baseUrl = new QLineEdit(m_service.baseUrl.toString(), advanced);
    m_baseUrl->setAccessibleName(tr("Base URL"));
    m_baseUrl->setPlaceholderText(u"https://api.example.org/v1"_s);
    grid->addWidget(label(tr("Base URL"), advanced), 0, 0);
    grid->addWidget(m_baseUrl, 0, 1);
    m_urlProblem = new TextLabel({}, TextStyle::Small, Token::DangerText, advanced);
    m_urlProblem->setWordWrap(true);
    m_urlProblem->hide();
    grid->addWidget(m_urlProblem, 1, 1);
    m_wait = new QSpinBox(advanced);
    m_wait->setRange(5, 600);
    m_wait->setValue(120);
    m_wait->setSuffix(tr(" s", "seconds"));
    m_wait->setAccessibleName(tr("Wait at most, for the first word"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_wait);
    row->addWidget(
        new TextLabel(tr("for the first word"), TextStyle::Body, Token::TextSecondary, advanced));
    row->addStretch(1);
    m_automatic = new QCheckBox(tr("Use in automatic routing"), advanced);
    m_automatic->setChecked(true);
    row->addWidget(m_automatic);
    grid->addWidget(label(tr("Wait at most"), advanced), 2, 0);
    grid->addLayout(row, 2, 1);
    m_connection = new ConnectionFields({}, advanced);
    grid->addWidget(m_connection, 3, 0, 1, 2);
    return advanced;
}

void ConnectStep::connectParts()
{
    connect(m_name, &QLineEdit::textChanged, this, &ConnectStep::changed);
    connect(m_limit, &LimitRow::changed, this, &ConnectStep::changed);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &ConnectStep::targetChanged);
    connect(m_connection, &ConnectionFields::changed, this, &ConnectStep::targetChanged);
    connect(m_aside, &ConnectAside::urlRequested, this, &ConnectStep::urlRequested);
    connect(m_checker, &KeyChecker::stateChanged, this, &ConnectStep::showCheck);
    connect(m_model, &QComboBox::currentTextChanged, this, [this](const QString &model) {
        m_aside->setModel(m_model->isEnabled() || !m_key ? model : m_service.defaultModel,
                          QDateTime::currentDateTimeUtc().date());
        Q_EMIT changed();
    });
    connect(m_model, &QComboBox::textActivated, this, [this] { m_modelChosen = true; });
    if (!m_key)
        return;
    connect(m_key, &KeyField::changed, this, [this] {
        if (hasTarget())
            m_checker->touch();
        else
            Q_EMIT changed();
    });
    connect(m_key, &KeyField::pasted, m_clearClipboard, &QWidget::show);
    connect(m_clearClipboard, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->clear();
        m_clearClipboard->hide();
        m_key->setFocus(Qt::OtherFocusReason);
    });
}

void ConnectStep::targetChanged()
{
    const QString text = m_baseUrl->text().trimmed();
    const auto url = checkedBaseUrl(text);
    const bool empty = text.isEmpty();
    const bool bad = !url && !(empty && m_service.baseUrl.isEmpty());
    setErrorState(m_baseUrl, bad);
    m_urlProblem->setVisible(bad);
    if (bad)
        m_urlProblem->setText(words::errorWords(url.error(), facts()).sentence());
    m_aside->setHost(url ? url.value().host() : QString());
    m_checker->setTrial(
        {m_service.id, url ? url.value().toString() : QString(), {}, m_connection->policy()});
    if (hasTarget())
        m_checker->touch();
    else
        m_checker->stop();
    Q_EMIT changed();
}

} // namespace keyway
